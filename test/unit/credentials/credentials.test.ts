import type { ICredentialDataDecryptedObject, INodeProperties } from 'n8n-workflow';
import nock from 'nock';

import { HarverApi } from '../../../credentials/HarverApi.credentials';
import { harverToken } from '../../../credentials/harverToken';
import { LeverApi } from '../../../credentials/LeverApi.credentials';
import { LeverOAuth2Api } from '../../../credentials/LeverOAuth2Api.credentials';
import { LeverWebhookApi } from '../../../credentials/LeverWebhookApi.credentials';
import { safeUrl } from '../../../credentials/safeUrl';
import { HarnessCredentials } from '../../harness/credentials';
import { startEngine } from '../../harness/engine';
import { inNode } from '../inNode';
import { ruleFor, testCredential } from './testCredential';

afterEach(() => {
	expect(nock.pendingMocks()).toEqual([]);
	nock.cleanAll();
});

describe('every credential', () => {
	const types = [new LeverApi(), new LeverOAuth2Api(), new HarverApi(), new LeverWebhookApi()];
	const named = (properties: INodeProperties[], name: string) =>
		properties.find((property) => property.name === name);

	it('hides its secrets and nothing else', () => {
		const secret = types
			.flatMap(({ properties }) => properties)
			.filter(({ typeOptions }) => typeOptions?.password === true)
			.map(({ name }) => name);
		expect(secret).toEqual(['apiKey', 'clientSecret', 'accessToken', 'signatureTokens']);
	});

	it('requires what it needs and describes its fields', () => {
		for (const { properties } of types) {
			for (const property of properties.filter(
				({ type, required }) => type === 'string' && required,
			))
				expect([property.name, property.default]).toEqual([property.name, '']);
			for (const property of properties.filter(({ type }) => type === 'number'))
				expect(property.description).not.toBe('');
		}
	});

	it('retries for two minutes by default', () => {
		for (const { properties } of types.slice(0, 3))
			expect(named(properties, 'maxRetryTime')).toMatchObject({
				default: 120,
				typeOptions: { minValue: 0 },
			});
	});

	it('shows the field for a custom address only when it is used', () => {
		for (const { properties } of types.slice(0, 3))
			expect(named(properties, 'baseUrl')?.displayOptions).toEqual({
				show: { environment: ['custom'] },
			});
	});
});

describe('the Lever API credential', () => {
	it.each([
		[{ url: 'https://evil.example.org/v1/stages' }],
		[{ baseURL: 'https://evil.example.org/v1', url: '/stages' }],
		[{ baseURL: 'https://api.lever.co/v1', url: '//evil.example.org/stages' }],
		[{ url: 'https://api.lever.co.evil.example.org' }],
		[{ url: 'https://api.lever.co@evil.example.org' }],
		[{ url: 'http://api.lever.co/v1/stages' }],
		[{ url: '', uri: 'https://evil.example.org' }],
		[{ url: '' }],
	])(
		'is not put on a request that goes elsewhere, whichever node makes it: %j',
		async (request) => {
			await expect(
				new LeverApi().authenticate({ apiKey: 'key-1', environment: 'production' }, request),
			).rejects.toThrow('The Lever credential is only sent to https://api.lever.co');
		},
	);

	it.each([
		[{ url: 'https://api.lever.co/v1/users' }],
		[{ baseURL: 'https://api.lever.co', url: 'v1/users' }],
		[{ url: '', uri: 'https://api.lever.co/v1/users' }],
	])("is put on any request to Lever, also n8n's HTTP Request node's: %j", async (request) => {
		expect(
			await new LeverApi().authenticate({ apiKey: 'key-1', environment: 'production' }, request),
		).toEqual({ ...request, auth: { username: 'key-1', password: '' } });
	});
});

describe('the Harver API credential', () => {
	it('says what a rejected test means', () => {
		expect(ruleFor('harverApi', 403)).toContain("can't read accounts");
	});

	const client = {
		clientId: 'c',
		clientSecret: 's',
		environment: 'production',
		baseUrl: '',
		accessToken: '',
	};

	it.each([
		['production', '', 'https://api.harver.com', ''],
		['test', '', 'https://api.harver-test.com', ''],
		['custom', 'https://harver.example.org/', 'https://harver.example.org', ''],
		['custom', ' https://example.org/harver// ', 'https://example.org', '/harver'],
	])('is tested in %s (%j) with a token from there', async (environment, baseUrl, host, folder) => {
		nock(host)
			.post(`${folder}/oauth/token`, {
				grant_type: 'client_credentials',
				client_id: 'c',
				client_secret: 's',
			})
			.reply(200, { accessToken: 'token-1' });
		nock(host, { reqheaders: { authorization: 'Bearer token-1' } })
			.get(`${folder}/api/v1.0/accounts`)
			.reply(200, { data: [] });
		await expect(
			testCredential('harverApi', { ...client, environment, baseUrl }),
		).resolves.toBeDefined();
	});

	it.each([[''], ['a-stored-token']])(
		'sends neither the secret nor a token (%j) to an address that is not safe',
		async (accessToken) => {
			const reached = nock(/.*/u).get(/.*/u).reply(200, { data: [] });
			await expect(
				testCredential('harverApi', {
					...client,
					accessToken,
					environment: 'custom',
					baseUrl: 'http://harver.example.org',
				}),
			).rejects.toThrow('The custom address in the Harver credential is not a safe URL');
			expect(reached.isDone()).toBe(false);
			nock.cleanAll();
		},
	);

	it('is not put on a request that goes elsewhere', async () => {
		await expect(
			new HarverApi().authenticate(
				{ ...client, accessToken: 't' },
				{ url: 'https://evil.example.org' },
			),
		).rejects.toThrow('The Harver credential is only sent to https://api.harver.com');
		expect(
			await new HarverApi().authenticate(
				{ ...client, accessToken: 't' },
				{ url: 'https://api.harver.com/api/v1.0/users', headers: { accept: 'text/html' } },
			),
		).toEqual({
			url: 'https://api.harver.com/api/v1.0/users',
			headers: { accept: 'text/html', Authorization: 'Bearer t' },
		});
	});

	it.each([
		['camel case', { accessToken: 't1' }],
		['snake case', { access_token: 't1' }],
		['with a hyphen', { 'access-token': 't1' }],
		['wrapped', { data: { accessToken: 't1' } }],
		['as text', '{"accessToken":"t1"}'],
	])('reads the token in %s', (_how, body) => {
		expect(harverToken.read(body)).toBe('t1');
	});

	it.each([
		[undefined],
		[null],
		['<html>'],
		[''],
		[{}],
		[{ accessToken: '' }],
		[{ accessToken: 7 }],
		[{ data: null }],
		[[]],
	])('finds no token in %j', (body) => {
		expect(harverToken.read(body)).toBeUndefined();
		expect(harverToken.read(body)).toBeUndefined();
	});

	it('sends the client ID and secret unchanged', () => {
		const { body } = harverToken.buildRequest({ ...client, clientSecret: 'a&b=c +ü' });
		expect(Object.fromEntries(new URLSearchParams(body))).toEqual({
			grant_type: 'client_credentials',
			client_id: 'c',
			client_secret: 'a&b=c +ü',
		});
	});

	const fetchToken = async () => {
		const { value } = await inNode(async ({ helpers }) => {
			const helper = { helpers: { httpRequest: helpers.httpRequest.bind(helpers) } };
			return await new HarverApi().preAuthentication
				.call(helper, client)
				.catch((error: unknown) => ({ error }));
		});
		return value as { accessToken?: string; error?: Error & { description?: string } };
	};

	it.each([[400], [401], [403], [404]])(
		'says what to do when Harver rejects the login (%i)',
		async (status) => {
			nock('https://api.harver.com')
				.post('/oauth/token')
				.reply(status, { message: 'invalid client s' });
			const { error } = await fetchToken();
			expect(error).toMatchObject({
				message: harverToken.rejectionMessage,
				description: harverToken.rejectionHint,
			});
		},
	);

	it.each([[307], [308]])(
		'does not send the secret to where a redirect leads (%i)',
		async (status) => {
			nock('https://api.harver.com')
				.post('/oauth/token')
				.reply(status, undefined, { location: 'https://evil.example.org/oauth/token' });
			const reached = nock('https://evil.example.org')
				.post('/oauth/token')
				.reply(200, { accessToken: 'evil' });
			expect((await fetchToken()).error?.message).toBe(harverToken.rejectionMessage);
			expect(reached.isDone()).toBe(false);
			nock.cleanAll();
		},
	);
});

describe('the Lever OAuth2 credential', () => {
	const resolved = async (
		data: ICredentialDataDecryptedObject,
	): Promise<Record<string, unknown>> => {
		const { workflow, additionalData } = await startEngine(
			{ nodes: [], connections: {} },
			{},
			'internal',
		);
		const credentials = new HarnessCredentials(
			{ leverOAuth2Api: { clientId: 'c', clientSecret: 's', ...data } },
			{},
			() => workflow,
		);
		return await credentials.getDecrypted(
			additionalData,
			{ id: '1', name: 'Lever' },
			'leverOAuth2Api',
			'internal',
		);
	};

	it.each([
		['production', 'https://auth.lever.co', 'https%3A%2F%2Fapi.lever.co%2Fv1%2F'],
		['sandbox', 'https://sandbox-lever.auth0.com', 'https%3A%2F%2Fapi.sandbox.lever.co%2Fv1%2F'],
	])('logs in to %s with its audience', async (environment, login, audience) => {
		expect(await resolved({ environment })).toMatchObject({
			grantType: 'authorizationCode',
			authentication: 'body',
			authUrl: `${login}/authorize`,
			accessTokenUrl: `${login}/oauth/token`,
			authQueryParameters: `audience=${audience}&prompt=consent`,
		});
	});

	it.each([
		[
			'https://login.example.org/',
			'https://lever.example.org/v1/',
			'https://login.example.org',
			'https://lever.example.org/v1/',
		],
		[
			' http://login.example.org:8080 ',
			'http://lever.example.org/v1',
			'https://login.example.org:8080',
			'https://lever.example.org/v1/',
		],
		[
			'http://localhost.example.org',
			'http://127.0.0.1.example.org/v1',
			'https://localhost.example.org',
			'https://127.0.0.1.example.org/v1/',
		],
		[
			'http://localhost:4010/lever',
			'http://127.0.0.1:4010/v1',
			'http://localhost:4010/lever',
			'http://127.0.0.1:4010/v1/',
		],
		['http://[::1]', 'http://[::1]/v1', 'http://[::1]', 'http://[::1]/v1/'],
	])(
		'logs in at an own address (%j, %j), in the clear on this machine only',
		async (loginUrl, baseUrl, login, audience) => {
			expect(await resolved({ environment: 'custom', loginUrl, baseUrl })).toMatchObject({
				authUrl: `${login}/authorize`,
				accessTokenUrl: `${login}/oauth/token`,
				authQueryParameters: `audience=${encodeURIComponent(audience)}&prompt=consent`,
			});
		},
	);

	it('requests no more scopes than Lever grants, and a refresh token', async () => {
		const { scope } = await resolved({ environment: 'production' });
		const scopes = String(scope).split(' ');
		expect(scopes.length).toBeLessThanOrEqual(20);
		expect(scopes.filter((name) => !/^[a-z_]+:(read|write):admin$/u.test(name))).toEqual([
			'offline_access',
		]);
	});
});

describe('an address that a secret may go to', () => {
	it.each([
		['https://a.example.org/v1/', 'https://a.example.org/v1'],
		[' https://a.example.org ', 'https://a.example.org'],
		['http://localhost:4010/', 'http://localhost:4010'],
		['http://127.0.0.1', 'http://127.0.0.1'],
		['http://[::1]:1/x', 'http://[::1]:1/x'],
	])('%j is one', (text, url) => {
		expect(safeUrl(text, 'Lever')).toBe(url);
	});
	it.each([
		['http://a.example.org'],
		['http://localhost.example.org'],
		['http://127.0.0.1@a.example.org'],
		['file:///etc/passwd'],
		['a.example.org'],
		[''],
	])('%j is none', (text) => {
		expect(() => safeUrl(text, 'Lever')).toThrow('not a safe URL');
	});
});
