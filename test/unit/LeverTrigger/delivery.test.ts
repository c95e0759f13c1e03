import { createHmac } from 'node:crypto';

import { judgeDelivery, type DeliveryRules } from '../../../nodes/LeverTrigger/delivery';
import { isSignedByOneOf, signedFieldsOf } from '../../../nodes/LeverTrigger/signature';

const NOW = 1_760_000_000_000;
const DAY = 24 * 60 * 60_000;
const SIGNATURE_TOKEN = '00ff00ff00ff00ff00ff00ff00ff00ff00ff00ff00ff00ff';

const rules: DeliveryRules = {
	signatureTokens: [SIGNATURE_TOKEN],
	allowUnsigned: false,
	maxAge: 15 * DAY,
	now: NOW,
};

function signed(
	fields: Record<string, unknown> = {},
	signatureToken = SIGNATURE_TOKEN,
): Record<string, unknown> {
	const body = {
		id: 'event-1',
		event: 'candidateStageChange',
		triggeredAt: NOW,
		token: 'a'.repeat(48),
		data: { opportunityId: 'opportunity-1' },
		...fields,
	};
	const signature = createHmac('sha256', signatureToken)
		.update(`${body.token}${String(body.triggeredAt)}`)
		.digest('hex');
	return { ...body, signature, ...('signature' in fields ? { signature: fields.signature } : {}) };
}

describe('a genuine delivery', () => {
	it('is what Lever signed lately, and gives the workflow the event without what signs it', () => {
		expect(judgeDelivery(signed(), rules)).toMatchObject({
			genuine: true,
			isVerification: false,
			item: {
				id: 'event-1',
				event: 'candidateStageChange',
				triggeredAt: NOW,
				data: { opportunityId: 'opportunity-1' },
			},
		});
		expect(JSON.stringify(judgeDelivery(signed(), rules))).not.toContain('a'.repeat(48));
	});
	it('may be signed with any of several tokens', () => {
		expect(
			judgeDelivery(signed(), { ...rules, signatureTokens: ['other', SIGNATURE_TOKEN] }).genuine,
		).toBe(true);
	});
	it('may have no id', () => {
		expect(judgeDelivery(signed({ id: undefined }), rules)).toMatchObject({
			genuine: true,
			item: { event: 'candidateStageChange' },
		});
	});
	it('may be run again by hand within two weeks', () => {
		expect(judgeDelivery(signed({ triggeredAt: NOW - 14 * DAY }), rules).genuine).toBe(true);
	});
	it('is the press of "Verify Connection" when its data is empty', () => {
		expect(judgeDelivery(signed({ id: undefined, data: {} }), rules)).toMatchObject({
			genuine: true,
			isVerification: true,
		});
	});
	it('is recognised when it comes again, whatever the unsigned part claims', () => {
		const [first] = fingerprints(signed());
		expect(fingerprints(signed({ data: { opportunityId: 'another' }, id: 'another' }))).toContain(
			first,
		);
		expect(fingerprints(signed({ token: 'b'.repeat(48) }))).toContain(
			'id:candidateStageChange:event-1',
		);
		expect(fingerprints(signed({ token: 'b'.repeat(48), id: 'event-2' }))).not.toContain(first);
	});
	it('is recognised when its signature comes in capitals', () => {
		const body = signed();
		expect(fingerprints({ ...body, signature: String(body.signature).toUpperCase() })).toEqual(
			fingerprints(body),
		);
	});
});

describe('a delivery is refused', () => {
	it.each([
		['without a signature', signed({ signature: undefined })],
		['with a signature that is none', signed({ signature: 'zz' })],
		['with a signature of another kind', signed({ signature: ['a'.repeat(64)] })],
		['with a wrong signature', signed({ signature: 'a'.repeat(64) })],
		['with the signature of an unknown token', signed({}, 'f'.repeat(48))],
		['without the random token', signed({ token: '' })],
		['with a time as text', signed({ triggeredAt: String(NOW) })],
		['with a time that is no whole number', signed({ triggeredAt: 1.5 })],
		['that is a list', [signed()]],
		['that is nothing', undefined],
	])('%s: 401', (_name, body) => {
		expect(judgeDelivery(body, rules)).toMatchObject({ genuine: false, status: 401 });
	});
	it.each([
		['older than two weeks and a day', signed({ triggeredAt: NOW - 15 * DAY - 1 })],
		['from far in the future', signed({ triggeredAt: NOW + 11 * 60_000 })],
		['without an event', signed({ event: undefined })],
	])('%s: 403', (_name, body) => {
		expect(judgeDelivery(body, rules)).toMatchObject({ genuine: false, status: 403 });
	});
	it('as long as no signature token is known', () => {
		expect(judgeDelivery(signed(), { ...rules, signatureTokens: [] })).toMatchObject({
			genuine: false,
			status: 403,
		});
	});
	it('unsigned, even where unsigned ones are allowed, once there is a signature token', () => {
		expect(
			judgeDelivery(signed({ signature: undefined }), { ...rules, allowUnsigned: true }).genuine,
		).toBe(false);
	});
	it('never for an empty signature token', () => {
		expect(judgeDelivery(signed({}, ''), { ...rules, signatureTokens: [''] }).genuine).toBe(false);
	});
});

describe('with the switch for unsigned deliveries and no token', () => {
	const open = { ...rules, signatureTokens: [], allowUnsigned: true };
	it('an unsigned delivery passes and is recognised when it comes again', () => {
		expect(judgeDelivery(signed({ signature: undefined }), open).genuine).toBe(true);
		expect(fingerprints(signed({ signature: undefined }), open)).toEqual(
			fingerprints(signed({ signature: undefined }), open),
		);
	});
	it('a stale one does not', () => {
		expect(judgeDelivery(signed({ triggeredAt: NOW - 16 * DAY }), open).genuine).toBe(false);
	});
});

describe('the signature', () => {
	it('is HMAC-SHA256 of token and triggeredAt, written as a whole number', () => {
		const body = { token: 'token', triggeredAt: 1_760_000_000_000, signature: '' };
		const signature = createHmac('sha256', 'key').update('token1760000000000').digest('hex');
		expect(isSignedByOneOf(['key'], { ...body, signature })).toBe(true);
		expect(isSignedByOneOf([], { ...body, signature })).toBe(false);
	});
	it('is not looked at when the token is unreasonably long', () => {
		expect(signedFieldsOf(signed({ token: 'a'.repeat(513) }))).toBeUndefined();
	});
});

function fingerprints(body: unknown, by = rules): string[] {
	const judged = judgeDelivery(body, by);
	return judged.genuine ? judged.fingerprints : [];
}
