import { isDuplicate, release } from '../../../../nodes/shared/webhook/deduplicate';

const MINUTE = 60_000;
const MAX_IN_MEMORY = 20_000;

let now = performance.now();

beforeEach(() => {
	// What one test remembers has expired in the next.
	now += 60 * MINUTE;
	jest.spyOn(performance, 'now').mockImplementation(() => now);
});
afterEach(() => {
	jest.restoreAllMocks();
});

describe('a delivery', () => {
	it('is a duplicate when any of its keys was accepted before', () => {
		expect(isDuplicate('trigger', ['signature:1', 'id:1'])).toBe(false);
		expect(isDuplicate('trigger', ['signature:2', 'id:1'])).toBe(true);
		expect(isDuplicate('trigger', ['signature:1'])).toBe(true);
		expect(isDuplicate('trigger', ['signature:3'])).toBe(false);
	});

	it('is no duplicate of a delivery to another trigger', () => {
		isDuplicate('trigger-1', ['signature:1']);
		expect(isDuplicate('trigger-2', ['signature:1'])).toBe(false);
	});

	it('is a duplicate for ten minutes', () => {
		isDuplicate('trigger', ['signature:1']);
		now += 10 * MINUTE - 1;
		expect(isDuplicate('trigger', ['signature:1'])).toBe(true);
		now += 1;
		expect(isDuplicate('trigger', ['signature:1'])).toBe(false);
		expect(isDuplicate('trigger', ['signature:1'])).toBe(true);
	});

	it('is a duplicate for ten minutes even when the clock is set back or forward', () => {
		isDuplicate('trigger', ['signature:1']);
		jest.spyOn(Date, 'now').mockReturnValue(Date.now() + 24 * 60 * MINUTE);
		expect(isDuplicate('trigger', ['signature:1'])).toBe(true);
		jest.spyOn(Date, 'now').mockReturnValue(0);
		now += 10 * MINUTE;
		expect(isDuplicate('trigger', ['signature:1'])).toBe(false);
	});

	it('is no duplicate when the first one was released', () => {
		isDuplicate('trigger', ['signature:1', 'id:1']);
		isDuplicate('trigger', ['signature:2', 'id:2']);
		release('trigger', ['signature:2', 'id:2']);
		expect(isDuplicate('trigger', ['signature:1'])).toBe(true);
		expect(isDuplicate('trigger', ['signature:2', 'id:2'])).toBe(false);
		expect(isDuplicate('trigger', ['signature:2', 'id:2'])).toBe(true);
	});
});

describe('a duplicate', () => {
	it('does not prolong what is remembered', () => {
		isDuplicate('trigger', ['signature:1']);
		for (let minute = 0; minute < 9; minute++) {
			now += MINUTE;
			expect(isDuplicate('trigger', ['signature:1'])).toBe(true);
		}
		now += MINUTE;
		expect(isDuplicate('trigger', ['signature:1'])).toBe(false);
	});

	it('adds nothing, so replays with made-up IDs push nothing out', () => {
		isDuplicate('trigger', ['signature:1', 'id:1']);
		isDuplicate('trigger', ['signature:2', 'id:2']);
		for (let count = 0; count <= MAX_IN_MEMORY; count++)
			expect(isDuplicate('trigger', ['signature:2', `id:made-up-${count.toString()}`])).toBe(true);
		expect(isDuplicate('trigger', ['signature:1'])).toBe(true);
		expect(isDuplicate('trigger', ['id:made-up-0'])).toBe(false);
	});
});

describe('the memory', () => {
	it('is bounded for all triggers together: the oldest deliveries are forgotten first', () => {
		isDuplicate('trigger-1', ['signature:oldest']);
		isDuplicate('trigger-1', ['signature:next']);
		for (let count = 1; count < MAX_IN_MEMORY; count++)
			isDuplicate(`trigger-${(count % 500).toString()}`, [`signature:${count.toString()}`]);
		expect(isDuplicate('trigger-1', ['signature:next'])).toBe(true);
		expect(isDuplicate('trigger-1', ['signature:oldest'])).toBe(false);
	});
});
