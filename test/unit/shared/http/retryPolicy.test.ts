import {
	classifyFailure,
	MAX_ATTEMPTS,
	backoffDelay,
	type FailedAttempt,
} from '../../../../nodes/shared/http/retryPolicy';

const NOON = Date.parse('2030-05-01T12:00:00Z');
const chance = (random: number) => ({ random: () => random, now: () => NOON });
const wait = (
	attempt: number,
	failed: FailedAttempt,
	{ timeBudget = 120_000, random = 0.5 } = {},
) => backoffDelay(attempt, failed, timeBudget, chance(random));

describe('what a failed attempt means', () => {
	it.each([[429], [425]])('%i: it had no effect and may be sent again', (status) => {
		expect(classifyFailure({ status })).toBe('safeToRetry');
	});
	it.each([[500], [502], [503], [504], [520], [408]])('%i: it may have had an effect', (status) => {
		expect(classifyFailure({ status })).toBe('ambiguous');
	});
	it.each([[301], [304], [400], [401], [403], [404], [409], [422]])(
		'%i: the service says no',
		(status) => {
			expect(classifyFailure({ status })).toBe('rejected');
		},
	);
	it.each([
		['ECONNREFUSED'],
		['ENOTFOUND'],
		['EAI_AGAIN'],
		['EHOSTUNREACH'],
		['ENETUNREACH'],
		['DEPTH_ZERO_SELF_SIGNED_CERT'],
		['CERT_HAS_EXPIRED'],
		['ERR_TLS_CERT_ALTNAME_INVALID'],
	])('%s: it was never sent', (networkCode) => {
		expect(classifyFailure({ networkCode })).toBe('safeToRetry');
	});
	it.each([
		['ECONNRESET'],
		['ETIMEDOUT'],
		['ECONNABORTED'],
		['EPIPE'],
		['something new'],
		[undefined],
	])('%s: it may have arrived', (networkCode) => {
		expect(classifyFailure({ networkCode })).toBe('ambiguous');
	});
});

describe('the delay before the next attempt', () => {
	it('doubles each time, up to half a minute, and varies', () => {
		expect([1, 2, 3, 4].map((attempt) => wait(attempt, { status: 503 }, { random: 0 }))).toEqual([
			200, 400, 800, 1600,
		]);
		expect([1, 2, 3, 4].map((attempt) => wait(attempt, { status: 503 }, { random: 1 }))).toEqual([
			400, 800, 1600, 3200,
		]);
		expect(wait(20, { status: 503 }, { random: 1 })).toBe(30_000);
	});

	it.each([
		['in seconds', { 'retry-after': '7' }, 7000],
		['as a date', { 'retry-after': 'Wed, 01 May 2030 12:00:09 GMT' }, 9000],
		[
			"as Harver's seconds left in the window",
			{ 'ratelimit-limit': '450', 'ratelimit-reset': '31' },
			31_000,
		],
		[
			'by Retry-After rather than by Ratelimit-Reset',
			{ 'retry-after': '2', 'ratelimit-reset': '31' },
			2000,
		],
	])('is what the service asks for %s, plus jitter', (_how, headers, asked) => {
		expect(wait(1, { status: 429, headers }, { random: 0 })).toBe(asked);
		expect(wait(1, { status: 429, headers }, { random: 1 })).toBe(asked + 250);
	});

	it.each([['0'], ['-5'], ['1795892233'], ['Wed, 01 May 2030 11:00:00 GMT']])(
		'is never less than the backoff, whatever the service asks for (%s)',
		(retryAfter) => {
			expect(wait(5, { status: 429, headers: { 'retry-after': retryAfter } }, { random: 0 })).toBe(
				3200,
			);
		},
	);

	it.each([[''], ['soon'], [undefined], [['1', '2']]])(
		'is the backoff when Retry-After is %j',
		(retryAfter) => {
			expect(wait(1, { status: 503, headers: { 'retry-after': retryAfter } }, { random: 0 })).toBe(
				200,
			);
		},
	);

	it('respects Retry-After with 503, and Ratelimit-Reset with 429 only', () => {
		expect(wait(1, { status: 503, headers: { 'retry-after': '30' } }, { random: 0 })).toBe(30_000);
		expect(wait(1, { status: 503, headers: { 'ratelimit-reset': '30' } }, { random: 0 })).toBe(200);
	});

	it('is not waited when it exceeds the time budget', () => {
		expect(wait(1, { status: 429, headers: { 'retry-after': '121' } })).toBeUndefined();
		expect(
			wait(1, { status: 429, headers: { 'retry-after': '60' } }, { timeBudget: 59_000 }),
		).toBeUndefined();
		expect(wait(8, { status: 503 }, { timeBudget: 5000 })).toBeUndefined();
		expect(wait(1, { networkCode: 'ECONNREFUSED' }, { timeBudget: 0 })).toBeUndefined();
	});

	it.each([
		[{ status: 429 }],
		[{ status: 502 }],
		[{ status: 503 }],
		[{ status: 504 }],
		[{ networkCode: 'ECONNREFUSED' }],
		[{ networkCode: 'ECONNRESET' }],
	])('is waited as long as the time budget lasts after %j', (failed) => {
		expect(wait(50, failed)).toBeDefined();
	});

	it.each([
		[{ status: 500 }],
		[{ status: 520 }],
		[{ networkCode: 'ENOTFOUND' }],
		[{ networkCode: 'something new' }],
	])('is waited a few times after %j, which rarely passes', (failed) => {
		expect(wait(MAX_ATTEMPTS - 1, failed)).toBeDefined();
		expect(wait(MAX_ATTEMPTS, failed)).toBeUndefined();
	});

	it('is not waited for a certificate that is not trusted', () => {
		expect(wait(1, { networkCode: 'CERT_HAS_EXPIRED' })).toBeUndefined();
	});
});
