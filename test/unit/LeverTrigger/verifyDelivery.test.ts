import { createHmac } from 'node:crypto';

import {
	isSignedByAny,
	parseSignedFields,
	verifyDelivery,
	type VerificationOptions,
} from '../../../nodes/LeverTrigger/verifyDelivery';

const NOW = 1_760_000_000_000;
const DAY = 24 * 60 * 60_000;
const SIGNATURE_TOKEN = '00ff00ff00ff00ff00ff00ff00ff00ff00ff00ff00ff00ff';

const options: VerificationOptions = {
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

describe('a verified delivery', () => {
	it('was signed by Lever recently, and its item has neither token nor signature', () => {
		expect(verifyDelivery(signed(), options)).toMatchObject({
			verified: true,
			isConnectionTest: false,
			item: {
				id: 'event-1',
				event: 'candidateStageChange',
				triggeredAt: NOW,
				data: { opportunityId: 'opportunity-1' },
			},
		});
		expect(JSON.stringify(verifyDelivery(signed(), options))).not.toContain('a'.repeat(48));
	});
	it('is signed with one of several tokens', () => {
		expect(
			verifyDelivery(signed(), { ...options, signatureTokens: ['other', SIGNATURE_TOKEN] })
				.verified,
		).toBe(true);
	});
	it('needs no id', () => {
		expect(verifyDelivery(signed({ id: undefined }), options)).toMatchObject({
			verified: true,
			item: { event: 'candidateStageChange' },
		});
	});
	it.each([
		['a number', 7],
		['an object', { toString: 'event-1' }],
		['empty', ''],
		['text with a NUL', 'event-1\u0000'],
		['text with a line end', 'event-1\r\n'],
	])('has no id when the id is %s', (_name, id) => {
		const delivery = verifyDelivery(signed({ id }), options);
		expect(delivery).toMatchObject({ verified: true, item: { event: 'candidateStageChange' } });
		expect(delivery).not.toHaveProperty('item.id');
		expect(deduplicationKeys(signed({ id }))).toHaveLength(1);
	});
	it('may be rerun in Lever for two weeks', () => {
		expect(verifyDelivery(signed({ triggeredAt: NOW - 14 * DAY }), options).verified).toBe(true);
	});
	it('is a "Verify Connection" when its data is empty', () => {
		for (const data of [{}, null, undefined])
			expect(verifyDelivery(signed({ id: undefined, data }), options)).toMatchObject({
				verified: true,
				isConnectionTest: true,
				item: { data: {} },
			});
	});
	it('is a duplicate by its signature or its id, whatever its data says', () => {
		const [first] = deduplicationKeys(signed());
		expect(
			deduplicationKeys(signed({ data: { opportunityId: 'another' }, id: 'another' })),
		).toContain(first);
		expect(deduplicationKeys(signed({ token: 'b'.repeat(48) }))).toContain(
			'id:candidateStageChange:event-1',
		);
		expect(deduplicationKeys(signed({ token: 'b'.repeat(48), id: 'event-2' }))).not.toContain(
			first,
		);
	});
	it('is a duplicate when only the case of its signature differs', () => {
		const body = signed();
		expect(deduplicationKeys({ ...body, signature: String(body.signature).toUpperCase() })).toEqual(
			deduplicationKeys(body),
		);
	});
});

describe('a delivery is refused', () => {
	it.each([
		['without a signature', signed({ signature: undefined })],
		['with a malformed signature', signed({ signature: 'zz' })],
		['with a list for a signature', signed({ signature: ['a'.repeat(64)] })],
		['with a wrong signature', signed({ signature: 'a'.repeat(64) })],
		['with the signature of an unknown token', signed({}, 'f'.repeat(48))],
		['without the random token', signed({ token: '' })],
		['with a time as text', signed({ triggeredAt: String(NOW) })],
		['with a fraction for a time', signed({ triggeredAt: 1.5 })],
		['that is a list', [signed()]],
		['without a body', undefined],
	])('%s: 401', (_name, body) => {
		expect(verifyDelivery(body, options)).toMatchObject({ verified: false, status: 401 });
	});
	it.each([
		['older than two weeks and a day', signed({ triggeredAt: NOW - 15 * DAY - 1 })],
		['from far in the future', signed({ triggeredAt: NOW + 11 * 60_000 })],
		['without an event', signed({ event: undefined })],
		['with an empty event', signed({ event: '' })],
		['with a NUL in its event', signed({ event: 'candidateHired\u0000' })],
		['with a line end in its event', signed({ event: 'candidateHired\n' })],
		['with an object for an event', signed({ event: { name: 'candidateHired' } })],
		['with text for data', signed({ data: 'opportunity-1' })],
		['with a number for data', signed({ data: 7 })],
		['with a list for data', signed({ data: [{ opportunityId: 'opportunity-1' }] })],
	])('%s: 403', (_name, body) => {
		expect(verifyDelivery(body, options)).toMatchObject({ verified: false, status: 403 });
	});
	it('while no signature token is set', () => {
		expect(verifyDelivery(signed(), { ...options, signatureTokens: [] })).toMatchObject({
			verified: false,
			status: 403,
		});
	});
	it('when it is unsigned and there is a signature token, even if unsigned ones are allowed', () => {
		expect(
			verifyDelivery(signed({ signature: undefined }), { ...options, allowUnsigned: true })
				.verified,
		).toBe(false);
	});
	it('when the signature token is empty', () => {
		expect(verifyDelivery(signed({}, ''), { ...options, signatureTokens: [''] }).verified).toBe(
			false,
		);
	});
});

describe('when unsigned deliveries are allowed and there is no signature token', () => {
	const open = { ...options, signatureTokens: [], allowUnsigned: true };
	it('an unsigned delivery is accepted and has a key to deduplicate by', () => {
		expect(verifyDelivery(signed({ signature: undefined }), open).verified).toBe(true);
		expect(deduplicationKeys(signed({ signature: undefined }), open)).toEqual(
			deduplicationKeys(signed({ signature: undefined }), open),
		);
	});
	it('one that is too old is refused', () => {
		expect(verifyDelivery(signed({ triggeredAt: NOW - 16 * DAY }), open).verified).toBe(false);
	});
});

describe('the signature', () => {
	it('is HMAC-SHA256 of token and triggeredAt', () => {
		const body = { token: 'token', triggeredAt: 1_760_000_000_000, signature: '' };
		const signature = createHmac('sha256', 'key').update('token1760000000000').digest('hex');
		expect(isSignedByAny(['key'], { ...body, signature })).toBe(true);
		expect(isSignedByAny([], { ...body, signature })).toBe(false);
	});
	it('is not computed for an unreasonably long token', () => {
		expect(parseSignedFields(signed({ token: 'a'.repeat(513) }))).toBeUndefined();
	});
});

function deduplicationKeys(body: unknown, given = options): string[] {
	const delivery = verifyDelivery(body, given);
	return delivery.verified ? delivery.deduplicationKeys : [];
}
