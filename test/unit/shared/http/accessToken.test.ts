import nock from 'nock';

import { harverRawRequest } from '../../../../nodes/Harver/transport/request';
import { leverRawRequest } from '../../../../nodes/Lever/transport/request';
import type { ServiceRequest } from '../../../../nodes/shared/http/types';
import { inNode } from '../../inNode';
import { everythingIn, expectAllAsked, failure, FOUND, LEVER, READ } from './askLever';

afterEach(expectAllAsked);

describe('an access token of Harver', () => {
	const HARVER = 'https://api.harver.com';
	const harverApi = (clientId: string) => ({
		clientId,
		clientSecret: 'harver-secret-1',
		environment: 'production',
	});
	const token = (accessToken: string) =>
		nock(HARVER)
			.post('/oauth/token')
			.reply(200, { accessToken, accessTokenExpiresAt: '2030-05-01T12:00:00.000Z' });
	const vacancies = (accessToken: string) =>
		nock(HARVER, { reqheaders: { authorization: `Bearer ${accessToken}` } }).get(
			'/api/v1.0/vacancies',
		);
	const renewal = (accessToken: string) =>
		nock(HARVER, { reqheaders: { authorization: `Bearer ${accessToken}` } }).get(
			'/api/v1.0/accounts',
		);
	const askHarver = async (clientId: string, request: Partial<ServiceRequest> = {}) =>
		await inNode(
			async (context) =>
				await harverRawRequest(context, {
					method: 'GET',
					path: '/vacancies',
					expects: 'list',
					description: 'list the vacancies',
					...request,
				}),
			{ credentials: { harverApi: harverApi(clientId) } },
		);

	it('is requested when there is none, and renewed once when it has expired', async () => {
		token('first-token');
		vacancies('first-token').reply(401, { statusCode: 401, message: 'Token expired' });
		renewal('first-token').reply(401, {});
		token('second-token');
		renewal('second-token').reply(200, { data: [] });
		vacancies('second-token').reply(200, { data: [] });
		expect((await askHarver('c1')).value).toMatchObject({ statusCode: 200, body: { data: [] } });
	});

	it('that is rejected although it is new is an error with the correlation ID', async () => {
		token('first-token');
		token('second-token');
		vacancies('first-token').reply(401, {});
		renewal('first-token').reply(401, {});
		renewal('second-token').reply(401, {});
		vacancies('second-token').reply(
			401,
			{ statusCode: 401, code: 'unauthorized', message: 'Client harver-secret-1 is suspended' },
			{ 'X-Correlation-Id': 'c0rr' },
		);
		const { error } = await askHarver('c2');
		expect(error?.message).toBe(
			'Harver refused to list the vacancies: Client [secret] is suspended',
		);
		expect(error?.description).toContain(
			'Check the client ID, the client secret and the environment in the Harver credential. Harver answered 401 (unauthorized). Correlation ID for Harver support: c0rr.',
		);
	});

	it('that Harver does not issue is an error that says what to do', async () => {
		nock(HARVER)
			.post('/oauth/token')
			.reply(401, { statusCode: 401, message: 'Invalid client: harver-secret-1' });
		const { error } = await askHarver('c3');
		expect(error?.message).toBe('Harver rejected this client ID and secret');
		expect(error?.description).toContain(
			'Check the client ID, the client secret and the environment',
		);
		expect(everythingIn(error)).not.toContain('harver-secret-1');
	});

	it.each([[429], [503]])(
		'is requested again after %i, for an invitation too: it has not been sent yet',
		async (status) => {
			nock(HARVER).post('/oauth/token').reply(status, {}, { 'Retry-After': '0' });
			token('a-token');
			nock(HARVER)
				.post('/api/v1.0/vacancies/v1/applications')
				.reply(201, { data: { applicationId: 'a1' } });
			const { value } = await askHarver(`c4-${status.toString()}`, {
				method: 'POST',
				path: '/vacancies/v1/applications',
				expects: 'record',
				body: { data: {} },
			});
			expect(value).toMatchObject({ statusCode: 201 });
		},
	);

	it('is requested again after the connection broke, for an invitation too', async () => {
		nock(HARVER).post('/oauth/token').replyWithError(failure('ECONNRESET'));
		token('a-token');
		nock(HARVER)
			.post('/api/v1.0/vacancies/v1/applications')
			.reply(201, { data: { applicationId: 'a1' } });
		const { value } = await askHarver('c5', {
			method: 'POST',
			path: '/vacancies/v1/applications',
			expects: 'record',
			body: { data: {} },
		});
		expect(value).toMatchObject({ statusCode: 201 });
	});

	it('is not requested from an address that is not safe', async () => {
		const { error } = await inNode(
			async (context) =>
				await harverRawRequest(context, {
					method: 'GET',
					path: '/vacancies',
					description: 'list the vacancies',
				}),
			{
				credentials: {
					harverApi: {
						...harverApi('c6'),
						environment: 'custom',
						baseUrl: 'http://harver.example.org',
					},
				},
			},
		);
		expect(error?.message).toContain(
			'The custom address in the Harver credential is not a safe URL',
		);
	});
});

describe('an access token of Lever', () => {
	const oauth = (accessToken: string) => ({
		credentials: {
			leverOAuth2Api: {
				clientId: `app ${expect.getState().currentTestName ?? ''}`,
				clientSecret: 'app-secret-1',
				environment: 'production',
				grantType: 'authorizationCode',
				oauthTokenData: {
					access_token: accessToken,
					refresh_token: 'refresh-token-1',
					token_type: 'Bearer',
				},
			},
		},
		parameters: { authentication: 'oAuth2' },
	});
	const readWith = (accessToken: string) =>
		nock(LEVER, { reqheaders: { authorization: `Bearer ${accessToken}` } }).get(
			'/v1/opportunities/o1',
		);
	const renewal = (accessToken: string) =>
		nock(LEVER, { reqheaders: { authorization: `Bearer ${accessToken}` } }).get(
			'/v1/stages?limit=1',
		);
	const login = () =>
		nock('https://auth.lever.co').post(
			'/oauth/token',
			(body: Record<string, string>) =>
				body.grant_type === 'refresh_token' && body.refresh_token === 'refresh-token-1',
		);
	const askLever = async () =>
		await inNode(async (context) => await leverRawRequest(context, READ), oauth('access-token-1'));

	it('is renewed when it has expired', async () => {
		readWith('access-token-1').reply(401, {});
		renewal('access-token-1').reply(401, {});
		renewal('access-token-2').reply(200, { data: [] });
		login().reply(200, {
			access_token: 'access-token-2',
			refresh_token: 'refresh-token-2',
			token_type: 'Bearer',
			expires_in: 3600,
		});
		readWith('access-token-2').reply(200, FOUND);
		expect((await askLever()).value).toMatchObject({ statusCode: 200, body: FOUND });
	});

	it('that cannot be renewed is an error that says to reconnect, without a retry', async () => {
		readWith('access-token-1').reply(401, {});
		renewal('access-token-1').reply(401, {});
		login().reply(400, {
			error: 'invalid_grant',
			error_description: 'Unknown refresh token refresh-token-1',
		});
		const { error } = await askLever();
		expect(error?.message).toBe('The credential "leverOAuth2Api" needs to be reconnected.');
		expect(error?.description).toContain('Open the credential and reconnect it');
	});

	it.each([
		[403, { error: 'access_denied', error_description: 'app-secret-1 may not' }, 1],
		[400, { error: 'invalid_client' }, 1],
		[403, '<html>', 2],
	])(
		'that is refused in another way (%i %j) is an error that says to reconnect',
		async (status, body, reads) => {
			readWith('access-token-1').times(reads).reply(401, {});
			renewal('access-token-1').reply(401, {});
			login().reply(status, body);
			const { error } = await askLever();
			expect(error?.message).toBe(
				'Lever returned no access token: could not read the opportunity o1',
			);
			expect(error?.description).toBe('Open the Lever credential, check it and reconnect it.');
			expect(everythingIn(error)).not.toMatch(/app-secret-1|token-1/u);
		},
	);

	it('is requested again when the login is down', async () => {
		readWith('access-token-1').twice().reply(401, {});
		renewal('access-token-1').twice().reply(401, {});
		renewal('access-token-2').reply(200, { data: [] });
		login().reply(503, {});
		login().reply(200, { access_token: 'access-token-2', token_type: 'Bearer' });
		readWith('access-token-2').reply(200, FOUND);
		expect((await askLever()).value).toMatchObject({ body: FOUND });
	});

	it('is missing in a credential that was never connected: an error says so', async () => {
		const setup = oauth('');
		Reflect.deleteProperty(setup.credentials.leverOAuth2Api, 'oauthTokenData');
		const { error } = await inNode(async (context) => await leverRawRequest(context, READ), setup);
		expect(error?.message).toBe('OAuth credentials not connected');
		expect(error?.description).toBe('Open the Lever credential, check it and reconnect it.');
	});
});
