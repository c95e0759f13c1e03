import { Memory } from '../../../../nodes/Harver/invite/Memory';

const DAY = 24 * 3_600_000;

function memoryOf(...people: [applicationId: string | undefined, emailAddress: string, opportunityId: string | null][]): Memory {
	const memory = new Memory();
	for (const [applicationId, emailAddress, opportunityId] of people) memory.remember({ ...(applicationId === undefined ? {} : { applicationId }), emailAddress, opportunityId, sent: true });
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
		const memory = memoryOf(['a-1', 'ada@example.org', 'o-1'], ['a-2', 'ada@example.org', 'o-1'], [undefined, 'ada@example.org', 'o-1'], [undefined, 'lost@example.org', 'o-2']);
		expect(memory.of('ada@example.org', 'o-1')?.applicationId).toBe('a-2');
		expect(memory.of('lost@example.org', null)).toMatchObject({ opportunityId: 'o-2' });
	});

	it('forgets an application that is gone', () => {
		const memory = memoryOf(['a-1', 'ada@example.org', 'o-1']);
		memory.forget('a-1');
		expect(memory.isEmpty).toBe(true);
	});

	it('knows the applications of others, but for those of unknown fate', () => {
		expect(memoryOf(['a-1', '1@example.org', 'o-1'], ['a-2', '2@example.org', 'o-2'], [undefined, '3@example.org', 'o-3']).ofOthers('o-1')).toEqual(new Set(['a-2']));
	});

	it('says how many there were lately, and which was the last', () => {
		const memory = new Memory();
		memory.remember({ applicationId: 'a-1', emailAddress: '1@example.org', opportunityId: null, sent: true }, 1000);
		memory.remember({ emailAddress: '2@example.org', opportunityId: null, sent: true }, 2000);
		expect([memory.count(500, 2100), memory.count(1500, 2100)]).toEqual([1, 2]);
		expect([memory.newest(500, 2100), memory.newest(1500, 2100)]).toEqual([undefined, 'a-1']);
	});

	it('says until when it has forgotten: what is older than a month, and what is too much', () => {
		const memory = new Memory();
		memory.remember({ emailAddress: 'first@example.org', opportunityId: null, sent: true }, DAY);
		expect(memory.forgottenUntil).toBe(-Infinity);
		memory.remember({ emailAddress: 'later@example.org', opportunityId: null, sent: true }, 32 * DAY);
		expect(memory.forgottenUntil).toBe(DAY);
		for (let number = 0; number < 5000; number++) memory.remember({ emailAddress: `${number.toString()}@example.org`, opportunityId: null, sent: true }, 33 * DAY);
		expect(memory.forgottenUntil).toBe(32 * DAY);
		expect(memory.of('4999@example.org', null)).toBeDefined();
	});
});
