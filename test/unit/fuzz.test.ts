import { createHmac } from 'node:crypto';

import { carriesLogin } from '../../nodes/HarverTrigger/basicAuth';
import { readDelivery } from '../../nodes/HarverTrigger/delivery';
import { KINDS } from '../../nodes/HarverTrigger/events';
import { judgeDelivery, type DeliveryRules } from '../../nodes/LeverTrigger/delivery';
import { parseBody, isTooLarge, MAX_BODY_BYTES } from '../../nodes/shared/webhook/request';
import { Mutator } from './Mutator';

const BODIES = 50_000;
const NOW = 1_760_000_000_000;
const SIGNATURE_TOKEN = '00ff00ff00ff00ff00ff00ff00ff00ff00ff00ff00ff00ff';
const LOGIN = { user: 'harver', password: 'correct horse' };
const RIGHT_HEADER = `Basic ${Buffer.from(`${LOGIN.user}:${LOGIN.password}`).toString('base64')}`;

const rules: DeliveryRules = {
	signatureTokens: [SIGNATURE_TOKEN],
	allowUnsigned: false,
	maxAge: 15 * 24 * 60 * 60_000,
	now: NOW,
};

const signatureOf = (token: string, triggeredAt: number): string =>
	createHmac('sha256', SIGNATURE_TOKEN).update(`${token}${triggeredAt.toString()}`).digest('hex');

const leverWebhook = {
	id: 'event-1',
	event: 'candidateStageChange',
	triggeredAt: NOW,
	token: 'a'.repeat(48),
	signature: signatureOf('a'.repeat(48), NOW),
	data: { opportunityId: 'opportunity-1', fromStageId: 'stage-1', toStageId: 'stage-2' },
};

const harverWebhook = {
	triggeredAt: NOW,
	event: 'ProcessStatusHasChanged',
	data: { type: 'applications', id: '5f0000000000000000000001', attributes: { status: 'new' } },
	relationships: { account: { data: { type: 'accounts', id: '5c0000000000000000000001' } } },
};

/** What the trigger makes of bytes that somebody sends. */
const received = (text: string): unknown =>
	parseBody({ headers: {}, rawBody: Buffer.from(text), body: undefined });

const fields = (body: unknown): Record<string, unknown> =>
	typeof body === 'object' && body !== null ? (body as Record<string, unknown>) : {};

describe(`of ${BODIES.toString()} mutated bodies, each of the triggers`, () => {
	it('Lever: takes none whose signature is not genuine', () => {
		const mutator = new Mutator(1);
		expect(judgeDelivery(received(JSON.stringify(leverWebhook)), rules).genuine).toBe(true);
		let taken = 0;
		let looked = 0;
		for (let count = 0; count < BODIES; count++) {
			const body = received(mutator.mutated(leverWebhook));
			const { token, triggeredAt, signature } = fields(body);
			// The signature does not cover the data: where the mutation left it genuine, it is spoilt here.
			if (
				typeof token === 'string' &&
				typeof triggeredAt === 'number' &&
				typeof signature === 'string' &&
				signature.toLowerCase() === signatureOf(token, triggeredAt)
			) {
				fields(body).signature = mutator.withAnotherHexDigit(signature);
			}
			if (fields(body).signature !== undefined) looked++;
			if (judgeDelivery(body, rules).genuine) taken++;
		}
		expect(taken).toBe(0);
		expect(looked).toBeGreaterThan(BODIES / 2);
	});

	it('Lever: takes none while no signature token is known, and falls over none when unsigned ones are allowed', () => {
		const mutator = new Mutator(2);
		let taken = 0;
		let takenOpen = 0;
		for (let count = 0; count < BODIES / 10; count++) {
			const body = received(mutator.mutated(leverWebhook));
			if (judgeDelivery(body, { ...rules, signatureTokens: [] }).genuine) taken++;
			if (judgeDelivery(body, { ...rules, signatureTokens: [], allowUnsigned: true }).genuine)
				takenOpen++;
		}
		expect(taken).toBe(0);
		expect(takenOpen).toBeGreaterThan(0);
	});

	it('Harver: takes none that does not carry the login, and reads nothing but webhooks', () => {
		const mutator = new Mutator(3);
		expect(carriesLogin(RIGHT_HEADER, LOGIN)).toBe(true);
		const kinds: string[] = KINDS.map(({ value }) => value);
		let taken = 0;
		let read = 0;
		let wrong = 0;
		for (let count = 0; count < BODIES; count++) {
			if (carriesLogin(mutator.mutatedHeader(RIGHT_HEADER), LOGIN)) taken++;
			const delivery = readDelivery(received(mutator.mutated(harverWebhook)));
			if (!delivery) continue;
			read++;
			const { applicationId, event, kind, triggeredAt } = delivery.item;
			if (
				!/^[0-9a-fA-F]{24}$/u.test(applicationId) ||
				applicationId.length !== 24 ||
				event === '' ||
				!kinds.includes(kind) ||
				!Number.isSafeInteger(triggeredAt)
			)
				wrong++;
		}
		expect({ taken, wrong }).toEqual({ taken: 0, wrong: 0 });
		expect(read).toBeGreaterThan(0);
		expect(read).toBeLessThan(BODIES);
	});
});

describe('the size of a body', () => {
	/** How often a judge looks into a body. */
	function looks(body: object, judge: (body: unknown) => unknown): number {
		let count = 0;
		const watched = (target: object): object =>
			new Proxy(target, {
				get(of, name): unknown {
					count++;
					const value: unknown = Reflect.get(of, name);
					return typeof value === 'object' && value !== null ? watched(value) : value;
				},
				ownKeys(of) {
					const keys = Reflect.ownKeys(of);
					count += keys.length;
					return keys;
				},
			});
		judge(watched(body));
		return count;
	}
	const padding = Object.fromEntries(
		Array.from({ length: 5000 }, (_, index) => [`field${index.toString()}`, index]),
	);

	it('makes no more work of refusing it', () => {
		const unsigned = { ...leverWebhook, signature: 'a'.repeat(64) };
		const judge = (body: unknown) => judgeDelivery(body, rules);
		expect(looks({ ...unsigned, ...padding, data: padding }, judge)).toBe(looks(unsigned, judge));

		const vacancy = { ...harverWebhook, data: { ...harverWebhook.data, type: 'vacancies' } };
		expect(
			looks({ ...vacancy, ...padding, data: { ...vacancy.data, ...padding } }, readDelivery),
		).toBe(looks(vacancy, readDelivery));
	});

	it('is bounded, by what the sender says and by what came', () => {
		expect(
			isTooLarge({
				headers: { 'content-length': MAX_BODY_BYTES.toString() },
				rawBody: Buffer.alloc(MAX_BODY_BYTES),
			}),
		).toBe(false);
		expect(isTooLarge({ headers: { 'content-length': (MAX_BODY_BYTES + 1).toString() } })).toBe(
			true,
		);
		expect(isTooLarge({ headers: {}, rawBody: Buffer.alloc(MAX_BODY_BYTES + 1) })).toBe(true);
		expect(
			isTooLarge({
				headers: { 'content-length': 'many' },
				rawBody: Buffer.alloc(MAX_BODY_BYTES + 1),
			}),
		).toBe(true);
	});

	it('is bounded in depth: what nests as deep as fits is not read', () => {
		for (const [open, close] of [
			['[', ']'],
			['{"a":', '}'],
		] as const) {
			const levels = Math.floor(MAX_BODY_BYTES / (open.length + close.length)) - 1;
			expect(received(`${open.repeat(levels)}1${close.repeat(levels)}`)).toBeUndefined();
		}
	});
});
