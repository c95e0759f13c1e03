import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Readable } from 'node:stream';

import type { IExecuteFunctions } from 'n8n-workflow';
import nock from 'nock';

import { fetchPdf } from '../../../../nodes/Harver/transport/fetchPdf';
import { harverRawRequest, harverRecord } from '../../../../nodes/Harver/transport/request';
import { leverRawRequest, leverRequest } from '../../../../nodes/Lever/transport/request';
import type { ServiceRequest } from '../../../../nodes/shared/http/types';
import { inNode, type InNodeResult, type Setup } from '../../inNode';
import { everythingIn, expectAllAsked, failure, FOUND, LEVER, READ } from './askLever';
import { asOlderN8n } from './olderN8n';

const HARVER = 'https://api.harver.com';
const FILE: ServiceRequest = {
	method: 'GET',
	path: '/files/f1/download',
	expects: 'file',
	description: 'download the file f1',
};

afterEach(expectAllAsked);

const inOlderNode = async (
	task: (context: IExecuteFunctions) => Promise<unknown>,
	setup: Setup,
): Promise<InNodeResult> => await inNode(async (context) => await task(asOlderN8n(context)), setup);

const withHarver = (accessToken: string): Setup => ({
	credentials: {
		harverApi: {
			clientId: `c ${expect.getState().currentTestName ?? ''}`,
			clientSecret: 'secret-1',
			environment: 'production',
			accessToken,
		},
	},
});
const withLever = (): Setup => ({
	credentials: { leverApi: { apiKey: `key ${expect.getState().currentTestName ?? ''}` } },
});
const withOAuth2 = (): Setup => ({
	credentials: {
		leverOAuth2Api: {
			clientId: `app ${expect.getState().currentTestName ?? ''}`,
			clientSecret: 'secret-1',
			environment: 'production',
			grantType: 'authorizationCode',
			oauthTokenData: { access_token: 'old', refresh_token: 'refresh-1', token_type: 'Bearer' },
		},
	},
	parameters: { authentication: 'oAuth2' },
});
const bearer = (host: string, token: string) =>
	nock(host, { reqheaders: { authorization: `Bearer ${token}` } });
const grantsHarverToken = (token: string) =>
	nock(HARVER).post('/oauth/token').reply(200, { accessToken: token });
const grantsLeverToken = () =>
	nock('https://auth.lever.co')
		.post('/oauth/token')
		.reply(200, { access_token: 'new', refresh_token: 'refresh-2', token_type: 'Bearer' });

describe('n8n 1.120', () => {
	const invite: ServiceRequest = {
		method: 'POST',
		path: '/vacancies/v1/applications',
		body: { data: {} },
		description: 'invite the candidate',
	};

	it('gets an access token of Harver, and a new one when it has expired', async () => {
		bearer(HARVER, 'old').post('/api/v1.0/vacancies/v1/applications').reply(401, {});
		bearer(HARVER, 'old').get('/api/v1.0/accounts').reply(401, {});
		grantsHarverToken('new');
		bearer(HARVER, 'new').get('/api/v1.0/accounts').reply(200, { data: [] });
		bearer(HARVER, 'new')
			.post('/api/v1.0/vacancies/v1/applications')
			.reply(201, { data: { applicationId: 'a1' } });
		const { value } = await inOlderNode(
			async (context) => await harverRecord(context, invite),
			withHarver('old'),
		);
		expect(value).toEqual({ applicationId: 'a1' });
	});

	it('says what Harver says about the login', async () => {
		nock(HARVER).post('/oauth/token').reply(401, { message: 'secret-1 is unknown' });
		const { error } = await inOlderNode(
			async (context) => await harverRecord(context, invite),
			withHarver(''),
		);
		expect(error).toMatchObject({
			message: 'Harver rejected this client ID and secret',
			description:
				'Check the client ID, the client secret and the environment in the Harver API credential.',
		});
	});

	it.each([[503], [500], [429]])('retries the login of Harver after %i', async (status) => {
		nock(HARVER).post('/oauth/token').reply(status, {});
		grantsHarverToken('new');
		bearer(HARVER, 'new')
			.post('/api/v1.0/vacancies/v1/applications')
			.reply(201, { data: { applicationId: 'a1' } });
		const { value } = await inOlderNode(
			async (context) => await harverRecord(context, invite),
			withHarver(''),
		);
		expect(value).toEqual({ applicationId: 'a1' });
	});

	it.each([['ECONNREFUSED'], ['ECONNRESET'], ['ENOTFOUND']])(
		'retries the logins of both services after %s',
		async (code) => {
			nock(HARVER).post('/oauth/token').replyWithError(failure(code));
			grantsHarverToken('new');
			bearer(HARVER, 'new')
				.post('/api/v1.0/vacancies/v1/applications')
				.reply(201, { data: { applicationId: 'a1' } });
			const harver = await inOlderNode(
				async (context) => await harverRecord(context, invite),
				withHarver(''),
			);
			expect(harver.value).toEqual({ applicationId: 'a1' });

			bearer(LEVER, 'old').get('/v1/opportunities/o1').twice().reply(401, {});
			bearer(LEVER, 'old').get('/v1/stages?limit=1').twice().reply(401, {});
			nock('https://auth.lever.co').post('/oauth/token').replyWithError(failure(code));
			grantsLeverToken();
			bearer(LEVER, 'new').get('/v1/stages?limit=1').reply(200, { data: [] });
			bearer(LEVER, 'new').get('/v1/opportunities/o1').reply(200, FOUND);
			const lever = await inOlderNode(
				async (context) => await leverRequest(context, READ),
				withOAuth2(),
			);
			expect(lever.value).toEqual(FOUND.data);
		},
	);

	it('renews a token of Lever', async () => {
		bearer(LEVER, 'old').get('/v1/opportunities/o1').reply(401, {});
		bearer(LEVER, 'old').get('/v1/stages?limit=1').reply(401, {});
		grantsLeverToken();
		bearer(LEVER, 'new').get('/v1/stages?limit=1').reply(403, {});
		bearer(LEVER, 'new').get('/v1/opportunities/o1').reply(200, FOUND);
		const { value } = await inOlderNode(
			async (context) => await leverRequest(context, READ),
			withOAuth2(),
		);
		expect(value).toEqual(FOUND.data);
	});

	it('renews it once for requests that are rejected together', async () => {
		const reads = bearer(LEVER, 'old').get('/v1/opportunities/o1');
		reads.times(5).delay(50).reply(401, {});
		bearer(LEVER, 'old').get('/v1/stages?limit=1').reply(401, {});
		grantsLeverToken();
		bearer(LEVER, 'new').get('/v1/stages?limit=1').reply(200, { data: [] });
		bearer(LEVER, 'new').get('/v1/opportunities/o1').times(5).reply(200, FOUND);
		const { value } = await inOlderNode(
			async (context) => ({
				all: await Promise.all(
					Array.from({ length: 5 }, async () => await leverRequest(context, READ)),
				),
			}),
			withOAuth2(),
		);
		expect(value).toEqual({ all: Array.from({ length: 5 }, () => FOUND.data) });
	});

	it('uploads a stream whose token has expired, from the start', async () => {
		const upload = (token: string) => bearer(LEVER, token).post('/v1/files', '%PDF-1.7');
		upload('old').reply(401, {});
		bearer(LEVER, 'old').get('/v1/stages?limit=1').reply(401, {});
		grantsLeverToken();
		bearer(LEVER, 'new').get('/v1/stages?limit=1').reply(200, { data: [] });
		upload('new').reply(201, { data: { id: 'f1' } });
		const { value } = await inOlderNode(
			async (context) =>
				await leverRequest(context, {
					method: 'POST',
					path: '/files',
					bodyStream: async () => await Promise.resolve(Readable.from([Buffer.from('%PDF-1.7')])),
					headers: { 'content-type': 'application/pdf', 'content-length': '8' },
					description: 'upload a file',
				}),
			withOAuth2(),
		);
		expect(value).toEqual({ id: 'f1' });
	});

	it('sends no key to another host, neither for a record nor for a file', async () => {
		const elsewhere = { location: 'https://store.example.org/f1' };
		nock(LEVER).get('/v1/opportunities/o1').reply(302, '', elsewhere);
		nock(LEVER).get('/v1/files/f1/download').reply(302, '', elsewhere);
		nock('https://store.example.org', { badheaders: ['authorization'] })
			.get('/f1')
			.reply(200, '%PDF-1.7', { 'content-type': 'application/pdf' });
		const record = await inOlderNode(
			async (context) => await leverRequest(context, READ),
			withLever(),
		);
		expect(record.error?.description).toContain(
			'redirected the request to https://store.example.org',
		);
		const file = await inOlderNode(
			async (context) => (await leverRawRequest(context, FILE)).body,
			withLever(),
		);
		expect((file.value as Buffer).toString()).toBe('%PDF-1.7');
	});

	it("reads what a rejection says, with Harver's correlation ID", async () => {
		bearer(HARVER, 'token-1')
			.get('/api/v1.0/accounts')
			.reply(403, { errors: [{ title: 'No access' }] }, { 'x-correlation-id': 'c0rr' });
		const { error } = await inOlderNode(
			async (context) =>
				await harverRawRequest(context, {
					method: 'GET',
					path: '/accounts',
					description: 'list the accounts',
				}),
			withHarver('token-1'),
		);
		expect(error?.message).toBe('Harver refused to list the accounts: No access');
		expect(error?.description).toContain('Correlation ID for Harver support: c0rr.');
	});

	it('waits as long as a service asks', async () => {
		nock(LEVER).get('/v1/opportunities/o1').reply(429, {}, { 'retry-after': '1' });
		nock(LEVER).get('/v1/opportunities/o1').reply(200, FOUND);
		const started = performance.now();
		const { value } = await inOlderNode(
			async (context) => await leverRequest(context, READ),
			withLever(),
		);
		expect(value).toEqual(FOUND.data);
		expect(performance.now() - started).toBeGreaterThan(990);
	});

	it('says that a credential was never connected', async () => {
		const setup = withOAuth2();
		Reflect.deleteProperty(setup.credentials?.leverOAuth2Api ?? {}, 'oauthTokenData');
		const { error } = await inOlderNode(
			async (context) => await leverRequest(context, READ),
			setup,
		);
		expect(error?.message).toBe('OAuth credentials not connected');
		expect(everythingIn(error)).not.toContain('secret-1');
	});

	it('streams a report', async () => {
		nock('https://files.example.org')
			.get('/report')
			.reply(302, '', { location: 'https://store.example.org/report' });
		nock('https://store.example.org').get('/report').reply(200, '%PDF-1.7');
		const { value } = await inOlderNode(
			async (context) =>
				await fetchPdf(context, 'https://files.example.org/report', {
					maxBytes: 100,
					attempt: 1,
					store: async (pdf) => (await pdf.toArray()).join(''),
				}),
			withLever(),
		);
		expect(value).toEqual({ stored: '%PDF-1.7', size: 8 });
	});
});

it('nothing in the package uses what only a newer n8n has', () => {
	const root = join(__dirname, '../../../..');
	const sources = ['nodes', 'credentials'].flatMap((folder) =>
		readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
			.filter((name) => name.endsWith('.ts'))
			.map((name) => join(folder, name)),
	);
	expect(sources.length).toBeGreaterThan(100);
	const newer = {
		'exceptions of ignoreHttpStatusErrors (2.9)': /ignoreHttpStatusErrors:\s*\{/u,
		'sleep with a signal (2.34)': /\bsleep\((?:[^()]|\([^()]*\))*,/u,
		'sendCredentialsOnCrossOriginRedirect (2.5)': /sendCredentialsOnCrossOriginRedirect/u,
	};
	const uses = sources.flatMap((source) => {
		const text = readFileSync(join(root, source), 'utf8');
		return Object.entries(newer).flatMap(([what, pattern]) =>
			pattern.test(text) ? [`${source}: ${what}`] : [],
		);
	});
	expect(uses).toEqual([]);
});
