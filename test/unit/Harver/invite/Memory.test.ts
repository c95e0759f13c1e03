import { Memory } from '../../../../nodes/Harver/invite/Memory';

const DAY = 24 * 3_600_000;

function memoryOf(
	...people: [
		applicationId: string | undefined,
		emailAddress: string,
		opportunityId: string | null,
	][]
): Memory {
	const memory = new Memory();
	for (const [applicationId, emailAddress, opportunityId] of people)
		memory.remember({
			...(applicationId === undefined ? {} : { applicationId }),
			emailAddress,
			opportunityId,
		});
	return memory;
}

describe('what is remembered of a vacancy', () => {
	it('finds a person by the address, however it is written, and by the opportunity', () => {
		const memory = memoryOf(['a-1', 'Ada@Example.org', 'o-1'], ['a-2', 'bob@example.org', null]);
		expect(memory.of('ADA@example.org', null)?.applicationId).toBe('a-1');
		expect(memory.of('corrected@example.org', 'o-1')?.applicationId).toBe('a-1');
		expect(memory.of('bob@example.org', 'o-9')?.applicationId).toBe('a-2');
		expect(memory.of('eve@example.org', null)).toBeUndefined();
	});

	it('gives the last application of a person, and one of unknown fate only when there is no other', () => {
		const memory = memoryOf(
			['a-1', 'ada@example.org', 'o-1'],
			['a-2', 'ada@example.org', 'o-1'],
			[undefined, 'ada@example.org', 'o-1'],
			[undefined, 'lost@example.org', 'o-2'],
		);
		expect(memory.of('ada@example.org', 'o-1')?.applicationId).toBe('a-2');
		expect(memory.of('lost@example.org', null)).toMatchObject({ opportunityId: 'o-2' });
	});

	it('forgets an application that is gone', () => {
		const memory = memoryOf(['a-1', 'ada@example.org', 'o-1']);
		memory.forgetApplication('a-1');
		expect(memory.isEmpty()).toBe(true);
	});

	it('knows the applications of others, but for those of unknown fate', () => {
		expect(
			memoryOf(
				['a-1', '1@example.org', 'o-1'],
				['a-2', '2@example.org', 'o-2'],
				[undefined, '3@example.org', 'o-3'],
			).ofOthers('o-1'),
		).toEqual(new Set(['a-2']));
	});

	it('does not take who was found by one thing for who has the other', () => {
		const memory = memoryOf(['a-1', 'ada@example.org', null], ['a-2', '', 'o-2']);
		expect(memory.of('bob@example.org', 'o-1')).toBeUndefined();
		expect(memory.of('bob@example.org', 'o-2')?.applicationId).toBe('a-2');
		expect(memory.ofOthers('o-1')).toEqual(new Set(['a-2']));
	});

	it('has one of unknown fate no more when it is known', () => {
		const memory = memoryOf(
			[undefined, 'ada@example.org', 'o-1'],
			['a-1', 'ada@example.org', 'o-1'],
		);
		memory.forgetApplication('a-1');
		expect(memory.isEmpty()).toBe(true);
	});

	it('knows what was sent to an address last, also when its fate is not known', () => {
		const memory = new Memory();
		memory.remember({
			applicationId: 'a-1',
			emailAddress: 'Ada@example.org',
			opportunityId: 'o-1',
			sentBy: 'e-1',
		});
		memory.remember({ applicationId: 'a-1', emailAddress: 'ada@example.org', opportunityId: null });
		expect(memory.sentTo('ADA@example.org')).toMatchObject({ applicationId: 'a-1', sentBy: 'e-1' });
		memory.remember({ emailAddress: 'ada@example.org', opportunityId: 'o-1', sentBy: 'e-2' });
		expect(memory.sentTo('ada@example.org')).toMatchObject({ sentBy: 'e-2' });
		expect(memory.sentTo('corrected@example.org')).toBeUndefined();
	});

	it('says how many there were lately, and which was made last where there was none', () => {
		const memory = new Memory();
		memory.remember(
			{ applicationId: 'a-1', emailAddress: '1@example.org', opportunityId: null, isFirst: true },
			1000,
		);
		memory.remember(
			{ applicationId: 'a-2', emailAddress: '2@example.org', opportunityId: null },
			2000,
		);
		expect([memory.count(500, 2100), memory.count(1500, 2100)]).toEqual([1, 2]);
		expect([memory.lastMade(500, 2100), memory.lastMade(1500, 2100)]).toEqual([undefined, 'a-1']);
	});

	it('says until when it has forgotten: what is older than a month, and what is too much', () => {
		const memory = new Memory();
		memory.remember({ emailAddress: 'first@example.org', opportunityId: null }, DAY);
		expect(memory.forgottenUntil).toBe(-Infinity);
		memory.remember({ emailAddress: 'later@example.org', opportunityId: null }, 32 * DAY);
		expect(memory.forgottenUntil).toBe(DAY);
		for (let number = 0; number < 5000; number++)
			memory.remember(
				{ emailAddress: `${number.toString()}@example.org`, opportunityId: null },
				33 * DAY,
			);
		expect(memory.forgottenUntil).toBe(32 * DAY);
		expect(memory.of('4999@example.org', null)).toBeDefined();
		expect(memory.isEmpty(64 * DAY)).toBe(true);
		expect(memory.forgottenUntil).toBe(33 * DAY);
	});
});
