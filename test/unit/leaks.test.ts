import nock from 'nock';
import type { IDataObject, INodeParameters, INodeProperties } from 'n8n-workflow';

import { resources as harverResources } from '../../nodes/Harver/actions';
import { resources as leverResources } from '../../nodes/Lever/actions';
import { runWorkflow } from '../harness';

const SECRETS = {
	key: 'lever-key-5f0c1d2e3a4b',
	clientSecret: 'harver-secret-1d2e3a4b5c',
	accessToken: 'harver-token-2e3a4b5c6d',
};
const MAGIC = 'magic-3a4b5c6d7e';
const LINK = `https://assessments.example.org/login?magic=${MAGIC}`;
const E_MAIL = 'ada.lovelace@example.org';
const PHONE = '+31 6 1234 5678';

/** Every form in which these could appear in what n8n keeps. */
const FORBIDDEN = [
	...Object.values(SECRETS),
	Buffer.from(`${SECRETS.key}:`).toString('base64').replace(/=+$/u, ''),
	MAGIC,
	E_MAIL,
	encodeURIComponent(E_MAIL),
	PHONE,
	PHONE.replace(/ /gu, ''),
];

/** An error message of a careless service. */
const MESSAGE = `${E_MAIL} (${PHONE}) has ${LINK}; "Bearer ${SECRETS.accessToken}" is fine, ${encodeURIComponent(E_MAIL)} too. `;
const LEVER_MESSAGE = `${MESSAGE}The key ${SECRETS.key} is fine`;
const HARVER_MESSAGE = `${MESSAGE}The client has ${SECRETS.clientSecret}`;

const OPERATIONS = [
	...leverResources.map((resource) => ({ node: 'lever', resource })),
	...harverResources.map((resource) => ({ node: 'harver', resource })),
].flatMap(({ node, resource }) =>
	resource.operations.map((operation) => ({ node, resource: resource.value, operation })),
);

const PDF = {
	data: Buffer.from('%PDF-1.7').toString('base64'),
	mimeType: 'application/pdf',
	fileName: 'report.pdf',
};

const credentials = () => ({
	leverApi: { apiKey: SECRETS.key, performAs: 'user-1', requestsPerSecond: 100, maxRetryTime: 0 },
	harverApi: {
		clientId: 'client-1',
		clientSecret: SECRETS.clientSecret,
		accountId: 'account-1',
		requestsPerMinute: 10_000,
		maxRetryTime: 0,
	},
});

/** Parameters that name a binary field of the item: n8n's own error names the missing field. */
const FILES = ['binaryPropertyName', 'files', 'resume'];

/** Runs an operation on one item and returns every text in the errors that n8n keeps. */
async function collectErrorTexts(
	{ node, resource, operation }: (typeof OPERATIONS)[number],
	{
		given,
		json,
		continueOnFail = false,
	}: { given: INodeParameters; json: IDataObject; continueOnFail?: boolean },
): Promise<string[]> {
	const parameters = { resource, operation: operation.option.value, ...given } as INodeParameters;
	const { run } = await runWorkflow(
		{
			nodes: [
				{
					id: 'start',
					name: 'Start',
					type: 'n8n-nodes-base.noOp',
					typeVersion: 1,
					position: [0, 0],
					parameters: {},
				},
				{
					id: 'node',
					name: 'Node',
					type: `n8n-nodes-lever-harver.${node}`,
					typeVersion: 1,
					position: [0, 0],
					parameters,
					credentials: {
						leverApi: { id: '1', name: 'Lever' },
						harverApi: { id: '2', name: 'Harver' },
					},
					...(continueOnFail ? { onError: 'continueRegularOutput' as const } : {}),
				},
			],
			connections: { Start: { main: [[{ node: 'Node', type: 'main', index: 0 }]] } },
		},
		{
			startNode: 'Start',
			items: [
				{ json: { ...json, emails: [E_MAIL], phones: [{ value: PHONE }] }, binary: { text: PDF } },
			],
			credentials: credentials(),
		},
	);
	const { runData, error } = run.data.resultData;
	const ofItems = (runData.Node ?? []).flatMap(({ data }) =>
		(data?.main ?? []).flatMap((items) =>
			(items ?? []).map((item) => [item.error, item.json.error, item.json.explanation]),
		),
	);
	return collectTexts([error, (runData.Node ?? []).map((one) => one.error), ofItems]);
}

/** Every text in a value at any depth, also in properties that are not enumerable, such as the stack and the cause of an error. */
function collectTexts(value: unknown, seen = new Set<unknown>()): string[] {
	if (typeof value === 'string') return [value];
	if (typeof value !== 'object' || value === null || seen.has(value)) return [];
	seen.add(value);
	return Reflect.ownKeys(value).flatMap((key) => [
		String(key),
		...collectTexts(Reflect.get(value, key), seen),
	]);
}

function findLeaks(texts: string[], name: string): string[] {
	return texts
		.filter((text) => FORBIDDEN.some((secret) => text.includes(secret)))
		.map((text) => `${name}: ${text.slice(0, 300)}`);
}

function formatName({ node, resource, operation }: (typeof OPERATIONS)[number]): string {
	return `${node} ${resource} ${String(operation.option.value)}`;
}

function fillFields(fields: INodeProperties[], text: string): INodeParameters {
	const given = fields
		.filter(({ type }) => type !== 'notice')
		.map((field) => [field.name, getValue(field, text)] as const);
	return Object.fromEntries(given) as INodeParameters;
}

/** Builds the parameters with all fields filled in, and again with each optional field. */
function buildVariants(fields: INodeProperties[], text: string): INodeParameters[] {
	const base = fillFields(fields, text);
	const optional = fields.flatMap(({ name, type, options }) =>
		type === 'collection'
			? (options as INodeProperties[]).map((option) => ({
					[name]: { [option.name]: getValue(option, text) },
				}))
			: [],
	);
	return [base, ...optional.map((one) => ({ ...base, ...one }) as INodeParameters)];
}

function getValue(
	{ name, type, options, default: preset }: INodeProperties,
	text: string,
): unknown {
	if (FILES.includes(name)) return 'text';
	if (name === 'links' && !text.startsWith('=')) return 'https://example.org/profile';
	if (type === 'resourceLocator') return { __rl: true, mode: 'id', value: text };
	if (type === 'string') return text;
	if (type === 'dateTime') return text.startsWith('=') ? text : '2026-01-31T09:00:00Z';
	if (type !== 'fixedCollection') return preset;
	const [group] = options as { name: string; values: INodeProperties[] }[];
	return group ? { [group.name]: [fillFields(group.values, text)] } : {};
}

function mockServices(
	status: number,
	[lever, harver]: [lever: string | object, harver: string | object],
	headers: Record<string, string>,
): void {
	nock('https://api.harver.com')
		.persist()
		.post('/oauth/token')
		.reply(200, { accessToken: SECRETS.accessToken });
	for (const [host, body] of [
		['https://api.lever.co', lever],
		['https://api.harver.com', harver],
	] as const) {
		const service = nock(host).persist();
		for (const method of ['get', 'post', 'put', 'patch', 'delete'] as const)
			service[method](/^\/(?:v1|api\/v1\.0)\//u).reply(status, body, headers);
	}
}

describe('what n8n keeps of a failure contains no key, token, magic link, e-mail address or phone number', () => {
	afterEach(() => {
		nock.cleanAll();
	});

	const lever = { code: LEVER_MESSAGE, message: LEVER_MESSAGE };
	const harver = {
		errors: [{ id: HARVER_MESSAGE, status: 400, title: HARVER_MESSAGE, detail: HARVER_MESSAGE }],
	};
	const otherHarver = {
		statusCode: 403,
		code: HARVER_MESSAGE,
		name: HARVER_MESSAGE,
		message: HARVER_MESSAGE,
	};

	it.each<[string, number, [string | object, string | object], Record<string, string>]>([
		['refused', 400, [lever, harver], { 'x-correlation-id': HARVER_MESSAGE }],
		['forbidden', 403, [lever, otherHarver], {}],
		['an invalid key', 401, [lever, otherHarver], {}],
		['not found', 404, [lever, harver], {}],
		['a web page', 500, [`<html>${LEVER_MESSAGE}</html>`, `<html>${HARVER_MESSAGE}</html>`], {}],
		['a redirect elsewhere', 302, ['', ''], { location: LINK }],
	])('%s', async (_name, status, bodies, headers) => {
		mockServices(status, bodies, headers);
		const leaks: string[] = [];
		let failed = 0;
		for (const one of OPERATIONS) {
			const texts = await collectErrorTexts(one, {
				given: fillFields(one.operation.fields, 'text'),
				json: { id: 'opportunity-1', tags: ['Harver Vacancy: Sales'] },
				continueOnFail: status === 400,
			});
			if (texts.some((text) => /Lever|Harver/u.test(text))) failed++;
			leaks.push(...findLeaks(texts, formatName(one)));
		}
		expect(leaks).toEqual([]);
		expect(failed).toBeGreaterThan(OPERATIONS.length / 2);
	});

	it.each([
		['an e-mail address', E_MAIL],
		['a magic link', LINK],
		['a phone number', PHONE],
	])('when an expression puts %s in the wrong field', async (_name, mistake) => {
		mockServices(
			400,
			[
				{ code: 'BadRequest', message: 'bad request' },
				{ code: 'BadRequest', message: 'bad request' },
			],
			{},
		);
		const leaks: string[] = [];
		for (const one of OPERATIONS) {
			for (const given of buildVariants(one.operation.fields, '={{ $json.mistake }}'))
				leaks.push(
					...findLeaks(await collectErrorTexts(one, { given, json: { mistake } }), formatName(one)),
				);
		}
		expect(leaks).toEqual([]);
	});
});
