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

/** How each of these may be written in what n8n keeps. */
const FORBIDDEN = [
	...Object.values(SECRETS),
	Buffer.from(`${SECRETS.key}:`).toString('base64').replace(/=+$/u, ''),
	MAGIC,
	E_MAIL,
	encodeURIComponent(E_MAIL),
	PHONE,
	PHONE.replace(/ /gu, ''),
];

/** What a careless service could say. */
const WORDS = `${E_MAIL} (${PHONE}) has ${LINK}; "Bearer ${SECRETS.accessToken}" is fine, ${encodeURIComponent(E_MAIL)} too. `;
const LEVER_WORDS = `${WORDS}The key ${SECRETS.key} is fine`;
const HARVER_WORDS = `${WORDS}The client has ${SECRETS.clientSecret}`;

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

/** Fields that name a binary field of the item: n8n itself says in its error which one the item lacks. */
const FILES = ['binaryPropertyName', 'files', 'resume'];

/** Runs an operation on one item and gives every text that n8n keeps of the errors. */
async function errorTexts(
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
	return textsIn([error, (runData.Node ?? []).map((one) => one.error), ofItems]);
}

/** Every text in a value, wherever it stands: also in fields that are not listed, such as the stack and the cause of an error. */
function textsIn(value: unknown, seen = new Set<unknown>()): string[] {
	if (typeof value === 'string') return [value];
	if (typeof value !== 'object' || value === null || seen.has(value)) return [];
	seen.add(value);
	return Reflect.ownKeys(value).flatMap((key) => [
		String(key),
		...textsIn(Reflect.get(value, key), seen),
	]);
}

function leaksIn(texts: string[], name: string): string[] {
	return texts
		.filter((text) => FORBIDDEN.some((secret) => text.includes(secret)))
		.map((text) => `${name}: ${text.slice(0, 300)}`);
}

function nameOf({ node, resource, operation }: (typeof OPERATIONS)[number]): string {
	return `${node} ${resource} ${String(operation.option.value)}`;
}

function filled(fields: INodeProperties[], text: string): INodeParameters {
	const given = fields
		.filter(({ type }) => type !== 'notice')
		.map((field) => [field.name, valueFor(field, text)] as const);
	return Object.fromEntries(given) as INodeParameters;
}

/** The fields filled in, and the same once more for each optional field. */
function variants(fields: INodeProperties[], text: string): INodeParameters[] {
	const base = filled(fields, text);
	const optional = fields.flatMap(({ name, type, options }) =>
		type === 'collection'
			? (options as INodeProperties[]).map((option) => ({
					[name]: { [option.name]: valueFor(option, text) },
				}))
			: [],
	);
	return [base, ...optional.map((one) => ({ ...base, ...one }) as INodeParameters)];
}

function valueFor(
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
	return group ? { [group.name]: [filled(group.values, text)] } : {};
}

function servicesAnswer(
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

describe('no key, token, magic link, e-mail address or phone number gets into what n8n keeps of a failure', () => {
	afterEach(() => {
		nock.cleanAll();
	});

	const lever = { code: LEVER_WORDS, message: LEVER_WORDS };
	const harver = {
		errors: [{ id: HARVER_WORDS, status: 400, title: HARVER_WORDS, detail: HARVER_WORDS }],
	};
	const otherHarver = {
		statusCode: 403,
		code: HARVER_WORDS,
		name: HARVER_WORDS,
		message: HARVER_WORDS,
	};

	it.each<[string, number, [string | object, string | object], Record<string, string>]>([
		['refused', 400, [lever, harver], { 'x-correlation-id': HARVER_WORDS }],
		['forbidden', 403, [lever, otherHarver], {}],
		['a refused key', 401, [lever, otherHarver], {}],
		['not found', 404, [lever, harver], {}],
		['a web page', 500, [`<html>${LEVER_WORDS}</html>`, `<html>${HARVER_WORDS}</html>`], {}],
		['a redirect elsewhere', 302, ['', ''], { location: LINK }],
	])('%s', async (_name, status, bodies, headers) => {
		servicesAnswer(status, bodies, headers);
		const leaks: string[] = [];
		let failed = 0;
		for (const one of OPERATIONS) {
			const texts = await errorTexts(one, {
				given: filled(one.operation.fields, 'text'),
				json: { id: 'opportunity-1', tags: ['Harver Vacancy: Sales'] },
				continueOnFail: status === 400,
			});
			if (texts.some((text) => /Lever|Harver/u.test(text))) failed++;
			leaks.push(...leaksIn(texts, nameOf(one)));
		}
		expect(leaks).toEqual([]);
		expect(failed).toBeGreaterThan(OPERATIONS.length / 2);
	});

	it.each([
		['an e-mail address', E_MAIL],
		['a magic link', LINK],
		['a phone number', PHONE],
	])('%s that an expression puts where something else belongs', async (_name, mistake) => {
		servicesAnswer(
			400,
			[
				{ code: 'BadRequest', message: 'bad request' },
				{ code: 'BadRequest', message: 'bad request' },
			],
			{},
		);
		const leaks: string[] = [];
		for (const one of OPERATIONS) {
			for (const given of variants(one.operation.fields, '={{ $json.mistake }}'))
				leaks.push(...leaksIn(await errorTexts(one, { given, json: { mistake } }), nameOf(one)));
		}
		expect(leaks).toEqual([]);
	});
});
