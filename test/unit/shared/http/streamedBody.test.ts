import { Readable } from 'node:stream';

import nock from 'nock';

import { harverRawRequest } from '../../../../nodes/Harver/transport/request';
import { streamedForm } from '../../../../nodes/Lever/transport/multipart';
import { leverRawRequest } from '../../../../nodes/Lever/transport/request';
import { inNode, type InNodeResult } from '../../inNode';
import { expectAllAsked, failure, LEVER } from './askLever';

const PATH = '/v1/opportunities/o1/files';
const TAKEN = { data: { id: 'file-1' } };
const BYTES = ['%PDF-', '1.7'];

/** Sends eight bytes as a stream; says how often they were read from the start. */
async function send(
	credentials: Parameters<typeof inNode>[1],
): Promise<InNodeResult & { opened: number }> {
	let opened = 0;
	const result = await inNode(
		async (context) =>
			await leverRawRequest(context, {
				method: 'POST',
				path: '/opportunities/o1/files',
				bodyStream: async () => {
					opened += 1;
					return await Promise.resolve(Readable.from(BYTES.map((text) => Buffer.from(text))));
				},
				headers: { 'content-type': 'application/pdf', 'content-length': '8' },
				findExisting: async () => {
					await Promise.resolve(undefined);
				},
				description: 'upload a file',
			}),
		credentials,
	);
	return { ...result, opened };
}

const withKey = { credentials: { leverApi: { apiKey: 'lever-key', environment: 'production' } } };
const withToken = {
	credentials: {
		leverOAuth2Api: {
			clientId: 'app of streams',
			clientSecret: 'app-secret-1',
			environment: 'production',
			grantType: 'authorizationCode',
			oauthTokenData: {
				access_token: 'access-token-1',
				refresh_token: 'refresh-token-1',
				token_type: 'Bearer',
			},
		},
	},
	parameters: { authentication: 'oAuth2' },
};

const lever = (headers: Record<string, string> = {}) =>
	nock(LEVER, {
		reqheaders: { 'content-type': 'application/pdf', 'content-length': '8', ...headers },
	}).post(PATH, BYTES.join(''));

const stages = (token: string) =>
	nock(LEVER, { reqheaders: { authorization: `Bearer ${token}` } }).get('/v1/stages?limit=1');

afterEach(expectAllAsked);

describe('a body that is sent while it is read', () => {
	it('arrives whole, with its length', async () => {
		lever().reply(201, TAKEN);
		expect(await send(withKey)).toMatchObject({
			value: { statusCode: 201, body: TAKEN },
			opened: 1,
		});
	});

	it.each([
		['Lever was too busy', () => lever().reply(429, {}, { 'Retry-After': '0' })],
		['Lever failed', () => lever().reply(500, {})],
		['the connection broke', () => nock(LEVER).post(PATH).replyWithError(failure('ECONNRESET'))],
	])('is read from the start again after %s', async (_what, firstAnswer) => {
		firstAnswer();
		lever().reply(201, TAKEN);
		expect(await send(withKey)).toMatchObject({ value: { statusCode: 201 }, opened: 2 });
	});

	it('follows a redirect of Lever', async () => {
		lever().reply(307, '', { location: '/v1/elsewhere' });
		nock(LEVER).post('/v1/elsewhere', BYTES.join('')).reply(201, TAKEN);
		expect(await send(withKey)).toMatchObject({ value: { statusCode: 201 }, opened: 2 });
	});

	it('is not sent to where a 303 leads, nor are its headers', async () => {
		lever().reply(303, '', { location: '/v1/opportunities/o1/files/file-1' });
		nock(LEVER, { badheaders: ['content-type', 'content-length'] })
			.get('/v1/opportunities/o1/files/file-1')
			.reply(200, TAKEN);
		expect(await send(withKey)).toMatchObject({
			value: { statusCode: 200, body: TAKEN },
			opened: 1,
		});
	});

	it('is not blamed on Lever when its size does not match', async () => {
		nock(LEVER).post(PATH).reply(201, TAKEN);
		let opened = 0;
		const { bodyStream, headers } = streamedForm({
			name: 'file',
			fileName: 'report.pdf',
			contentType: 'application/pdf',
			size: 100,
			open: async () => {
				opened += 1;
				return await Promise.resolve(Readable.from([Buffer.from('%PDF-1.7')]));
			},
		});
		const { error } = await inNode(
			async (context) =>
				await leverRawRequest(context, {
					method: 'POST',
					path: '/opportunities/o1/files',
					bodyStream,
					headers,
					description: 'upload a file',
				}),
			withKey,
		);
		expect(error?.message).toBe('The file size does not match');
		expect(error?.description).toContain('Run the node that provided the file again.');
		expect(opened).toBe(1);
		nock.cleanAll();
	});

	it('is sent again with a new access token', async () => {
		lever({ authorization: 'Bearer access-token-1' }).reply(401, {});
		stages('access-token-1').reply(401, {});
		nock('https://auth.lever.co')
			.post('/oauth/token')
			.reply(200, { access_token: 'access-token-2', token_type: 'Bearer', expires_in: 3600 });
		stages('access-token-2').reply(200, { data: [] });
		lever({ authorization: 'Bearer access-token-2' }).reply(201, TAKEN);
		expect(await send(withToken)).toMatchObject({ value: { statusCode: 201 }, opened: 2 });
	});

	it('is closed when there is no access token to send it with', async () => {
		const stream = Readable.from([Buffer.from('%PDF-1.7')]);
		nock('https://api.harver.com').post('/oauth/token').reply(401, {});
		const { error } = await inNode(
			async (context) =>
				await harverRawRequest(context, {
					method: 'POST',
					path: '/files',
					bodyStream: async () => await Promise.resolve(stream),
					description: 'upload a file',
				}),
			{
				credentials: {
					harverApi: {
						clientId: 'streams',
						clientSecret: 'harver-secret-1',
						environment: 'production',
					},
				},
			},
		);
		expect(error?.message).toContain('rejected this client ID and secret');
		expect(stream.destroyed).toBe(true);
	});

	it('is rejected when the key is wrong', async () => {
		lever().reply(401, { code: 'Unauthorized', message: 'No' });
		const { error } = await send(withKey);
		expect(error?.message).toBe('Lever refused to upload a file: No');
	});
});
