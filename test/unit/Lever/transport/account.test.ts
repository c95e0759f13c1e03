import nock from 'nock';

import { leverAccount, leverBaseUrl } from '../../../../nodes/Lever/transport/account';
import { leverRawRequest } from '../../../../nodes/Lever/transport/request';
import { inNode } from '../../inNode';

const account = async (
	leverApi: Record<string, string | number>,
	more: Parameters<typeof inNode>[1] = {},
) => {
	const { value, error } = await inNode(async (context) => await leverAccount(context), {
		credentials: { leverApi },
		...more,
	});
	if (error) throw error;
	return value as Awaited<ReturnType<typeof leverAccount>>;
};

describe('the Lever account of a node', () => {
	it('has the base URL of its environment', async () => {
		expect((await account({ apiKey: 'a', environment: 'production' })).baseUrl).toBe(
			'https://api.lever.co/v1',
		);
		expect((await account({ apiKey: 'a', environment: 'eu' })).baseUrl).toBe(
			'https://api.eu.lever.co/v1',
		);
		expect((await account({ apiKey: 'a', environment: 'sandbox' })).baseUrl).toBe(
			'https://api.sandbox.lever.co/v1',
		);
		expect(
			(
				await account({
					apiKey: 'a',
					environment: 'custom',
					baseUrl: ' https://lever.example.org/v1// ',
				})
			).baseUrl,
		).toBe('https://lever.example.org/v1');
		expect(leverBaseUrl({ environment: 'unheard of' })).toBe('https://api.lever.co/v1');
	});

	it('has one rate limiter for a key and environment', async () => {
		const { rateLimiter } = await account({ apiKey: 'key-1' });
		expect((await account({ apiKey: ' key-1 ' })).rateLimiter).toBe(rateLimiter);
		expect((await account({ apiKey: 'key-1', requestsPerSecond: 5 })).rateLimiter).toBe(
			rateLimiter,
		);
		expect((await account({ apiKey: 'key-2' })).rateLimiter).not.toBe(rateLimiter);
		expect((await account({ apiKey: 'key-1', environment: 'sandbox' })).rateLimiter).not.toBe(
			rateLimiter,
		);
	});

	it('has one rate limiter for an OAuth2 app', async () => {
		const oAuth2 = {
			parameters: { authentication: 'oAuth2' },
			credentials: { leverOAuth2Api: { clientId: 'app-1' } },
		};
		const { rateLimiter, credentialType } = await account({}, oAuth2);
		expect(credentialType).toBe('leverOAuth2Api');
		expect((await account({}, oAuth2)).rateLimiter).toBe(rateLimiter);
		expect(
			(await account({}, { ...oAuth2, credentials: { leverOAuth2Api: { clientId: 'app-2' } } }))
				.rateLimiter,
		).not.toBe(rateLimiter);
	});

	it('has the options of its credential', async () => {
		expect(await account({ apiKey: 'key-1', performAs: ' u1 ', maxRetryTime: 30 })).toMatchObject({
			performAs: 'u1',
			maxRetryTime: 30_000,
			secrets: ['key-1'],
		});
		expect(await account({ apiKey: 'key-1' })).toMatchObject({
			performAs: '',
			maxRetryTime: 120_000,
		});
	});

	it('has the key in the list of secrets only', async () => {
		const { secrets, ...rest } = await account({ apiKey: 'key-1' });
		expect(secrets).toEqual(['key-1']);
		expect(JSON.stringify(rest)).not.toContain('key-1');
	});

	it.each([
		['http://lever.example.org/v1'],
		['lever.example.org'],
		[''],
		['ftp://localhost'],
		['http://localhost.example.org'],
		['javascript:alert(1)'],
	])('sends no key to %j', async (baseUrl) => {
		const result = inNode(
			async (context) =>
				await leverRawRequest(context, {
					method: 'GET',
					path: '/stages',
					description: 'list the stages',
				}),
			{
				credentials: { leverApi: { apiKey: 'key-1', environment: 'custom', baseUrl } },
			},
		);
		expect((await result).error).toMatchObject({
			message: 'The custom address in the Lever credential is not a safe URL',
		});
		expect(nock.isDone()).toBe(true);
	});
});

describe("Lever's errors", () => {
	it.each([
		[400, 'Check the field values.'],
		[401, 'Check the key and the environment in the Lever credential.'],
		[403, 'The key lacks permission, or the record is confidential'],
		[404, 'Check the ID: the record may have been deleted'],
		[422, 'Lever could not process this file'],
	])('%i says what to do', async (status, advice) => {
		nock('https://api.lever.co')
			.persist()
			.get('/v1/opportunities/o1')
			.reply(status, { code: 'Code', message: 'Message' });
		const { error } = await inNode(
			async (context) =>
				await leverRawRequest(context, {
					method: 'GET',
					path: '/opportunities/o1',
					description: 'read the opportunity o1',
				}),
			{
				credentials: { leverApi: { apiKey: `advice-${status.toString()}` } },
			},
		);
		nock.cleanAll();
		expect(error).toMatchObject({
			message: 'Lever refused to read the opportunity o1: Message',
			httpCode: status.toString(),
		});
		expect(error?.description).toContain(advice);
		expect(error?.description).toContain(`Lever answered ${status.toString()} (Code).`);
	});

	it.each([[null], [[]], ['words'], [{ code: 7, message: { deep: true } }]])(
		'are read in any shape: %j',
		async (body) => {
			nock('https://api.lever.co').get('/v1/opportunities/o1').reply(400, JSON.stringify(body));
			const { error } = await inNode(
				async (context) =>
					await leverRawRequest(context, {
						method: 'GET',
						path: '/opportunities/o1',
						description: 'read the opportunity o1',
					}),
				{
					credentials: { leverApi: { apiKey: 'shapes' } },
				},
			);
			expect(error?.message).toBe('Lever refused to read the opportunity o1');
		},
	);
});
