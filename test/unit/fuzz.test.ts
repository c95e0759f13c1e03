import { createHmac } from 'node:crypto';

import fc from 'fast-check';

import { matchesBasicAuth } from '../../nodes/HarverTrigger/basicAuth';
import { EVENT_TYPES } from '../../nodes/HarverTrigger/events';
import { parseDelivery } from '../../nodes/HarverTrigger/parseDelivery';
import { verifyDelivery, type VerificationOptions } from '../../nodes/LeverTrigger/verifyDelivery';
import { isTooLarge, MAX_BODY_BYTES, parseBody } from '../../nodes/shared/webhook/request';

const RUNS = { numRuns: 10_000 };
const NOW = 1_760_000_000_000;
const SIGNATURE_TOKEN = '00ff00ff00ff00ff00ff00ff00ff00ff00ff00ff00ff00ff';
const LOGIN = { user: 'harver', password: 'correct horse' };

const options: VerificationOptions = {
	signatureTokens: [SIGNATURE_TOKEN],
	allowUnsigned: false,
	maxAge: 15 * 24 * 60 * 60_000,
	now: NOW,
};

const sign = (token: string, triggeredAt: number): string =>
	createHmac('sha256', SIGNATURE_TOKEN).update(`${token}${triggeredAt.toString()}`).digest('hex');

const leverBody = {
	id: 'event-1',
	event: 'candidateStageChange',
	triggeredAt: NOW,
	token: 'a'.repeat(48),
	signature: sign('a'.repeat(48), NOW),
	data: { opportunityId: 'opportunity-1', fromStageId: 'stage-1', toStageId: 'stage-2' },
};

const harverBody = {
	triggeredAt: NOW,
	event: 'ProcessStatusHasChanged',
	data: { type: 'applications', id: '5f0000000000000000000001', attributes: { status: 'new' } },
	relationships: { account: { data: { type: 'accounts', id: '5c0000000000000000000001' } } },
};

/** Values like the given one: mostly itself, or with fields lost, added and replaced at any depth. */
function valueLike(value: unknown): fc.Arbitrary<unknown> {
	const other = { weight: 1, arbitrary: fc.jsonValue() };
	const same = { weight: 8, arbitrary: fc.constant(value) };
	if (typeof value === 'string')
		return fc.oneof(same, other, { weight: 1, arbitrary: textLike(value) });
	if (typeof value !== 'object' || value === null) return fc.oneof(same, other);
	const fields = Object.fromEntries(
		Object.entries(value).map(([name, field]) => [name, valueLike(field)]),
	);
	const changed = fc
		.tuple(
			fc.dictionary(fc.string(), fc.jsonValue(), { maxKeys: 2 }),
			fc.record(fields, { requiredKeys: [] }),
			fc.subarray(Object.entries(value)),
		)
		.map(([added, replaced, kept]) => ({ ...added, ...replaced, ...Object.fromEntries(kept) }));
	return fc.oneof({ weight: 20, arbitrary: changed }, other);
}

/** Texts with a piece of the given one replaced. */
function textLike(text: string): fc.Arbitrary<string> {
	return fc
		.tuple(fc.nat(text.length), fc.nat(4), fc.string({ maxLength: 4, unit: 'binary' }))
		.map(([at, length, piece]) => text.slice(0, at) + piece + text.slice(at + length));
}

/** What a trigger reads from a delivery like the given one, or from any other bytes. */
function deliveryLike(body: object): fc.Arbitrary<unknown> {
	const texts = fc.oneof(
		{ weight: 8, arbitrary: valueLike(body).map((value) => JSON.stringify(value)) },
		{ weight: 1, arbitrary: textLike(JSON.stringify(body)) },
		{ weight: 1, arbitrary: fc.string({ unit: 'binary' }) },
	);
	return texts.map(read);
}

const read = (text: string): unknown =>
	parseBody({ headers: {}, rawBody: Buffer.from(text), body: undefined });

describe('the Lever Trigger', () => {
	it('takes a delivery only with the right signature', () => {
		expect(verifyDelivery(leverBody, options).verified).toBe(true);
		const seen = { verified: 0, refused: 0 };
		fc.assert(
			fc.property(deliveryLike(leverBody), (delivery) => {
				const { token, triggeredAt, signature } = (delivery ?? {}) as Record<string, unknown>;
				const { verified } = verifyDelivery(delivery, options);
				seen[verified ? 'verified' : 'refused']++;
				if (verified)
					expect(String(signature).toLowerCase()).toBe(sign(String(token), Number(triggeredAt)));
			}),
			RUNS,
		);
		expect(Math.min(seen.verified, seen.refused)).toBeGreaterThan(100);
	});

	it('takes nothing without a signature token, and survives everything when unsigned deliveries are allowed', () => {
		const open = { ...options, signatureTokens: [], allowUnsigned: true };
		fc.assert(
			fc.property(deliveryLike(leverBody), (delivery) => {
				verifyDelivery(delivery, open);
				expect(verifyDelivery(delivery, { ...options, signatureTokens: [] }).verified).toBe(false);
			}),
			RUNS,
		);
	});
});

describe('the Harver Trigger', () => {
	const login = `${LOGIN.user}:${LOGIN.password}`;
	const header = `Basic ${Buffer.from(login).toString('base64')}`;

	it('accepts only the login', () => {
		expect(matchesBasicAuth(header, LOGIN)).toBe(true);
		const headers = fc.oneof(
			textLike(header),
			textLike(login).map((text) => `Basic ${Buffer.from(text).toString('base64')}`),
			fc.anything(),
		);
		fc.assert(
			fc.property(headers, (given) => {
				if (!matchesBasicAuth(given, LOGIN)) return;
				const [scheme = '', encoded = ''] = String(given).split(/ +/u);
				expect(scheme.toLowerCase()).toBe('basic');
				expect(Buffer.from(encoded, 'base64').toString()).toBe(login);
			}),
			RUNS,
		);
	});

	it('reads a delivery as a complete item or not at all', () => {
		expect(parseDelivery(harverBody)).toBeDefined();
		const eventTypes = EVENT_TYPES.map(({ value }) => value);
		const seen = { read: 0, ignored: 0 };
		fc.assert(
			fc.property(deliveryLike(harverBody), (body) => {
				const item = parseDelivery(body)?.item;
				seen[item ? 'read' : 'ignored']++;
				if (!item) return;
				expect(item.applicationId).toMatch(/^[0-9a-f]{24}$/iu);
				expect(item.event).not.toBe('');
				expect(eventTypes).toContain(item.eventType);
				expect(Number.isSafeInteger(item.triggeredAt)).toBe(true);
			}),
			RUNS,
		);
		expect(Math.min(seen.read, seen.ignored)).toBeGreaterThan(100);
	});
});

describe('the size of a body', () => {
	it('is limited, by its header and by what arrives', () => {
		const headers = (length: string) => ({ 'content-length': length });
		const limit = Buffer.alloc(MAX_BODY_BYTES);
		const more = Buffer.alloc(MAX_BODY_BYTES + 1);
		expect(isTooLarge({ headers: headers(MAX_BODY_BYTES.toString()), rawBody: limit })).toBe(false);
		expect(isTooLarge({ headers: headers((MAX_BODY_BYTES + 1).toString()) })).toBe(true);
		expect(isTooLarge({ headers: {}, rawBody: more })).toBe(true);
		expect(isTooLarge({ headers: headers('many'), rawBody: more })).toBe(true);
	});

	it.each([
		['[', ']'],
		['{"a":', '}'],
	])('does not allow it to nest %s as deep as fits', (open, close) => {
		const levels = Math.floor(MAX_BODY_BYTES / (open.length + close.length)) - 1;
		expect(read(`${open.repeat(levels)}1${close.repeat(levels)}`)).toBeUndefined();
	});
});
