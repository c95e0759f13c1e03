import nock from 'nock';

import type { Sandbox } from '../sandbox';
import { checkTheSetUp, eachWithASandbox, N8N, rowOf, type BadState, type Row } from './setUpCheck';

const EVENT = 'candidateStageChange';
const OURS = `${N8N}/webhook/1/webhook`;

let sandbox: Sandbox;

eachWithASandbox((fresh) => {
	sandbox = fresh;
});

/** Returns the rows about the webhooks of an event with these URLs. */
async function rowsFor(urls: string[], { settings = {}, ...state }: BadState = {}): Promise<Row[]> {
	for (const url of urls) sandbox.webhooks.register(EVENT, url, null);
	const table = await checkTheSetUp(sandbox, {
		...state,
		settings: { events: EVENT, ...settings },
	});
	return table.filter(({ check }) => check === `Lever: webhook for ${EVENT}`);
}

function n8nAnswers(message: string, path = '/webhook/1/webhook'): nock.Scope {
	return nock(N8N).get(path).reply(404, { code: 404, message });
}

const WAITS =
	'This webhook is not registered for GET requests. Did you mean to make a POST request?';

it('accepts a webhook that calls a published workflow of this n8n', async () => {
	const asked = n8nAnswers(WAITS);
	expect(await rowsFor([OURS])).toEqual([
		{
			check: `Lever: webhook for ${EVENT}`,
			state: 'ok',
			found: `${OURS} of a published flow`,
			whatToFix: '',
		},
	]);
	expect(asked.isDone()).toBe(true);
});

it('rejects a webhook at another URL without calling it', async () => {
	const foreign = 'https://other.example.com/webhook/1/webhook';
	const called = nock('https://other.example.com').get(/.*/u).reply(200);
	expect(await rowsFor([foreign])).toEqual([
		{
			check: `Lever: webhook for ${EVENT}`,
			state: 'to fix',
			found: `Goes to ${foreign}`,
			whatToFix: expect.stringContaining(
				'not this n8n, whose address is https://n8n.example.org/',
			) as string,
		},
	]);
	expect(called.isDone()).toBe(false);
});

it.each([
	[
		'none',
		[],
		/^No webhook in the list$/u,
		/^Publish the flow that waits for candidateStageChange here/u,
	],
	[
		'one at a test URL',
		[`${N8N}/webhook-test/1/webhook`],
		/^Goes to .*webhook-test/u,
		/^A test URL works only while the editor listens/u,
	],
	[
		'one at an address that begins like ours',
		['https://n8n.example.org.evil.example/webhook/1'],
		/^Goes to /u,
		/not this n8n/u,
	],
])('has it fixed when there is %s', async (_what, urls, found, whatToFix) => {
	expect(await rowsFor(urls)).toEqual([
		{
			check: `Lever: webhook for ${EVENT}`,
			state: 'to fix',
			found: expect.stringMatching(found) as string,
			whatToFix: expect.stringMatching(whatToFix) as string,
		},
	]);
});

it('finds a webhook that no published workflow listens to', async () => {
	n8nAnswers('The requested webhook "GET 1/webhook" is not registered.');
	expect(await rowsFor([OURS])).toMatchObject([
		{
			state: 'to fix',
			found: `${OURS} where no published flow waits`,
			whatToFix: expect.stringContaining('Publish the flow') as string,
		},
	]);
});

it('finds a URL that redirects, which Lever does not follow', async () => {
	nock(N8N)
		.get('/webhook/1/webhook')
		.reply(301, '', { location: 'https://new.example.org/webhook/1/webhook' });
	expect(await rowsFor([OURS])).toMatchObject([
		{ state: 'to fix', whatToFix: expect.stringContaining('Lever does not follow') as string },
	]);
});

it.each([
	[
		'does not answer',
		() =>
			nock(N8N).get('/webhook/1/webhook').replyWithError('getaddrinfo ENOTFOUND n8n.example.org'),
	],
	[
		'answers something else',
		() => nock(N8N).get('/webhook/1/webhook').reply(502, '<html>Bad Gateway</html>'),
	],
])('says that it could not check when its own address %s', async (_what, prepare) => {
	prepare();
	expect(await rowsFor([OURS])).toMatchObject([
		{ state: 'not checked', found: expect.stringContaining('could not ask') as string },
	]);
});

it('shows each URL of an event once, and names those of other services', async () => {
	n8nAnswers(WAITS);
	n8nAnswers('The requested webhook "GET 2/webhook" is not registered.', '/webhook/2/webhook');
	const rows = await rowsFor([
		OURS,
		OURS,
		`${N8N}/webhook/2/webhook`,
		'https://other.example.com/hook',
	]);
	const also = 'Another goes to https://other.example.com/hook';
	expect(rows.map(({ state, found }) => `${state}: ${found}`)).toEqual([
		`to fix: ${N8N}/webhook/2/webhook where no published flow waits. ${also}`,
		`ok: ${OURS} of a published flow. ${also}`,
	]);
});

it('knows the URL of an n8n under a path, and does not reveal the token of the execution', async () => {
	const url = 'https://example.org/tools/n8n/webhook/1/webhook';
	nock('https://example.org').get('/tools/n8n/webhook/1/webhook').reply(404, { message: WAITS });
	const resumeUrl = 'https://example.org/tools/n8n/webhook-waiting/12?signature=secret';
	expect(await rowsFor([url], { resumeUrl })).toMatchObject([{ state: 'ok' }]);
	const table = await checkTheSetUp(sandbox, { resumeUrl });
	expect(rowOf(table, 'n8n: address for webhooks')).toMatchObject({
		state: 'ok',
		found: 'https://example.org/tools/n8n/',
	});
	expect(JSON.stringify(table)).not.toContain('secret');
});

it.each(['http://n8n.example.org', 'https://localhost:5678', 'http://localhost:5678'])(
	'asks to fix a URL that Lever cannot call: %s',
	async (origin) => {
		const table = await checkTheSetUp(sandbox, { resumeUrl: `${origin}/webhook-waiting/12` });
		expect(rowOf(table, 'n8n: address for webhooks')).toMatchObject({
			state: 'to fix',
			found: `${origin}/`,
			whatToFix: expect.stringContaining('WEBHOOK_URL') as string,
		});
	},
);

describe('the URL in Harver', () => {
	const harverRow = async (harverWebhookUrl: string): Promise<Row | undefined> =>
		rowOf(await checkTheSetUp(sandbox, { settings: { harverWebhookUrl } }), 'Harver: webhook URL');

	it('is asked for if it is not in the settings', async () => {
		expect(await harverRow('')).toMatchObject({
			state: 'by hand',
			whatToFix: expect.stringContaining(
				'harverWebhookUrl in Settings, and run the check again',
			) as string,
		});
	});

	it('is right if a published workflow listens there', async () => {
		n8nAnswers(WAITS);
		expect(await harverRow(` ${OURS} `)).toMatchObject({
			state: 'ok',
			found: `${OURS} of a published flow`,
		});
	});

	it.each([
		[`${N8N}/webhook-test/3/webhook`, 'A test URL'],
		['https://other.example.com/webhook/3/webhook', 'not this n8n'],
	])('is wrong at %s', async (url, reason) => {
		expect(await harverRow(url)).toMatchObject({
			state: 'to fix',
			found: `Goes to ${url}`,
			whatToFix: expect.stringContaining(reason) as string,
		});
	});
});
