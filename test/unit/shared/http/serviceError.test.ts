import nock from 'nock';

import { leverRawRequest } from '../../../../nodes/Lever/transport/request';
import { inNode } from '../../inNode';
import { ask, everythingIn, expectAllAsked, KEY, lever, READ, WRITE } from './askLever';

afterEach(expectAllAsked);

describe('a login that fails', () => {
	it('at Lever is reported at once', async () => {
		lever()
			.get('/v1/opportunities/o1')
			.reply(401, { code: 'Unauthorized', message: 'Invalid key' });
		const { error } = await ask(READ);
		expect(error).toMatchObject({
			message: 'Lever refused to read the opportunity o1: Invalid key',
			httpCode: '401',
		});
		expect(error?.description).toContain(
			'Check the key and the environment in the Lever credential. Lever answered 401 (Unauthorized).',
		);
	});
});

describe('an error, as n8n stores it', () => {
	const secrets = /anna|smith|9f8e7d|lever-api-key|eyJ|31612345678|s3cr3t/iu;

	it.each([
		[
			'a refusal',
			400,
			{
				code: 'Bad anna@example.com',
				message:
					'No candidate anna.smith@example.com, +31612345678, https://app.harver.com/l/9f8e7d, Bearer eyJa.eyJb.c',
			},
		],
		[
			'a login that repeats the key',
			401,
			{ code: 'Unauthorized', message: `The key ${KEY} is unknown, secret=s3cr3t` },
		],
		[
			'a failure of the service',
			500,
			{ code: 'anna@example.com', message: 'https://app.harver.com/l/9f8e7d' },
		],
	])('contains no key, token, link or personal data: %s', async (_what, status, body) => {
		lever()
			.persist()
			.post('/v1/opportunities/o1/notes')
			.reply(status, body, { 'set-cookie': 'session=9f8e7d' });
		const { error, run } = await inNode(
			async (context) =>
				await leverRawRequest(context, {
					...WRITE,
					body: { value: 'anna.smith@example.com' },
					headers: { 'x-note': '9f8e7d' },
				}),
			{ credentials: { leverApi: { apiKey: KEY } } },
		);
		nock.cleanAll();
		expect(error?.message).toContain('Lever');
		expect(everythingIn(error)).not.toMatch(secrets);
		expect(everythingIn(run.run.data.resultData)).not.toMatch(secrets);
	});

	it.each([['@'], ['.'], ['-'], ['a@b.c '], ['+1 ']])(
		'is built in linear time and is short, whatever the service says: 2,000 times %j',
		async (part) => {
			lever()
				.get('/v1/opportunities/o1')
				.reply(400, { code: part.repeat(2000), message: part.repeat(2000) });
			const started = performance.now();
			const { error } = await ask(READ);
			expect(performance.now() - started).toBeLessThan(1500);
			expect(error?.message).toContain('Lever refused to read the opportunity o1');
			expect(everythingIn(error).length).toBeLessThan(10_000);
		},
	);
});
