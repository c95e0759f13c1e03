import nock from 'nock';

import { harverList } from '../../../../nodes/Harver/transport/request';
import { leverList } from '../../../../nodes/Lever/transport/request';
import type { ServiceRequest } from '../../../../nodes/shared/http/types';
import { parseExhaustedWindow, parseRetryAfter } from '../../../../nodes/shared/http/waitHeaders';
import { inNode } from '../../inNode';
import { expectAllAsked } from './askLever';

const NOON = Date.parse('2030-05-01T12:00:00Z');
const UNIX_TIME = '1795892233';
const anHourAhead = () => new Date(Date.now() + 3_600_000).toUTCString();

describe('the wait that a service asks for', () => {
	it.each([
		['in seconds', { 'retry-after': '7' }, 7000],
		['as a date', { 'retry-after': 'Wed, 01 May 2030 12:00:09 GMT' }, 9000],
		[
			'as a date by its own clock',
			{ 'retry-after': 'Wed, 01 May 2030 13:00:09 GMT', date: 'Wed, 01 May 2030 13:00:00 GMT' },
			9000,
		],
		['as seconds left in the window', { 'ratelimit-reset': '31' }, 31_000],
		['as nothing to wait', { 'retry-after': '0' }, 0],
		['twice, the first one counts', { 'retry-after': '2', 'ratelimit-reset': '31' }, 2000],
	])('is read %s', (_how, headers, wait) => {
		expect(parseRetryAfter({ status: 429, headers }, NOON)).toBe(wait);
	});

	it.each([
		['a Unix time', { 'retry-after': UNIX_TIME }],
		['a day', { 'retry-after': '86400' }],
		['a date an hour ahead', { 'retry-after': 'Wed, 01 May 2030 13:00:00 GMT' }],
		['a date in the past', { 'retry-after': 'Wed, 01 May 2030 11:00:00 GMT' }],
		['a negative number', { 'retry-after': '-5' }],
		['no time at all', { 'retry-after': 'soon' }],
		['a Unix time as the end of the window', { 'ratelimit-reset': UNIX_TIME }],
	])('is ignored when it is %s', (_what, headers) => {
		expect(parseRetryAfter({ status: 429, headers }, NOON)).toBeUndefined();
	});

	it('is that of the window after a 429 only', () => {
		expect(parseRetryAfter({ status: 503, headers: { 'ratelimit-reset': '30' } }, NOON)).toBe(
			undefined,
		);
	});

	it.each([
		[{ 'ratelimit-remaining': '0', 'ratelimit-reset': '30' }, 30_000],
		[{ 'ratelimit-remaining': '3', 'ratelimit-reset': '30' }, undefined],
		[{ 'ratelimit-reset': '30' }, undefined],
		[{ 'ratelimit-remaining': '0', 'ratelimit-reset': UNIX_TIME }, undefined],
	])('is that of a window that is used up, on any response: %j', (headers, wait) => {
		expect(parseExhaustedWindow(headers)).toBe(wait);
	});
});

const SERVICES = {
	Lever: { url: 'https://api.lever.co/v1', list: leverList },
	Harver: { url: 'https://api.harver.com/api/v1.0', list: harverList },
};

describe.each(['Lever', 'Harver'] as const)('a nonsensical wait header of %s', (service) => {
	const { url, list } = SERVICES[service];
	const LIST: ServiceRequest = { method: 'GET', path: '/stages', description: 'list the stages' };
	const stages = () => nock(url).get('/stages').query(true);
	const credentials = (name: string) => ({
		leverApi: { apiKey: `${service} ${name}` },
		harverApi: {
			clientId: `${service} ${name}`,
			clientSecret: 's',
			environment: 'production',
			accessToken: 'token-1',
		},
	});
	/** Lists the stages so many times, one after another. */
	const listTimes = async (times: number, name: string) => {
		const started = performance.now();
		const { value } = await inNode(
			async (context) => {
				const lists: unknown[] = [];
				for (let count = 0; count < times; count++) lists.push(await list(context, LIST));
				return { lists };
			},
			{ credentials: credentials(name) },
		);
		return { value, seconds: (performance.now() - started) / 1000 };
	};

	afterEach(expectAllAsked);

	it.each([
		[429, { 'retry-after': UNIX_TIME }],
		[429, { 'retry-after': '86400' }],
		[429, { 'retry-after': anHourAhead() }],
		[429, { 'ratelimit-limit': '450', 'ratelimit-reset': UNIX_TIME }],
		[503, { 'retry-after': UNIX_TIME }],
		[503, { 'retry-after': '86400' }],
		[503, { 'retry-after': anHourAhead() }],
	])('is ignored after %i (%j): that request and the next are sent', async (status, headers) => {
		stages().reply(status, {}, headers);
		stages().twice().reply(200, { data: [] });
		const { value, seconds } = await listTimes(
			2,
			`${status.toString()} ${JSON.stringify(headers)}`,
		);
		expect(value).toEqual({ lists: [[], []] });
		expect(seconds).toBeLessThan(3);
	});

	it.each([['0'], ['3']])(
		'is ignored with a right response too (%s requests left)',
		async (remaining) => {
			const headers = {
				'ratelimit-limit': '450',
				'ratelimit-remaining': remaining,
				'ratelimit-reset': UNIX_TIME,
			};
			stages().times(3).reply(200, { data: [] }, headers);
			const { value, seconds } = await listTimes(3, remaining);
			expect(value).toEqual({ lists: [[], [], []] });
			expect(seconds).toBeLessThan(2);
		},
	);
});
