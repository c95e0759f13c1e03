import { release, isDuplicate } from '../../../nodes/shared/webhook/deduplicate';

describe('a delivery that comes again', () => {
	it('is told by any of its fingerprints', () => {
		const remembered: string[] = [];
		expect(isDuplicate('trigger-1', ['signature:1', 'id:1'], remembered)).toBe(false);
		expect(isDuplicate('trigger-1', ['signature:2', 'id:1'], remembered)).toBe(true);
		expect(isDuplicate('trigger-1', ['signature:2'], remembered)).toBe(true);
		expect(isDuplicate('trigger-1', ['signature:3'], remembered)).toBe(false);
	});
	it('is told by another process, from the static data', () => {
		const remembered: string[] = [];
		isDuplicate('process-1', ['signature:1'], remembered);
		expect(isDuplicate('process-2', ['signature:1'], remembered)).toBe(true);
	});
	it('is told in this process, before the static data is kept', () => {
		isDuplicate('trigger-3', ['signature:1'], []);
		expect(isDuplicate('trigger-3', ['signature:1'], [])).toBe(true);
		expect(isDuplicate('trigger-4', ['signature:1'], [])).toBe(false);
	});
	it('is remembered in bounds, the newest', () => {
		const remembered: string[] = [];
		for (let count = 0; count < 1500; count++)
			isDuplicate('trigger-5', [`signature:${count.toString()}`], remembered);
		expect(remembered).toHaveLength(1000);
		expect(isDuplicate('trigger-6', ['signature:1499'], remembered)).toBe(true);
		expect(isDuplicate('trigger-7', ['signature:1'], remembered)).toBe(false);
	});
	it('is remembered in this process for the hundred triggers that were delivered to last', () => {
		isDuplicate('busy', ['signature:1'], []);
		isDuplicate('idle', ['signature:1'], []);
		for (let count = 0; count < 99; count++) {
			isDuplicate(`other-${count.toString()}`, ['signature:1'], []);
			expect(isDuplicate('busy', ['signature:1'], [])).toBe(true);
		}
		expect(isDuplicate('idle', ['signature:1'], [])).toBe(false);
	});
	it('is no repeat when the first was forgotten, in this process and in the static data', () => {
		const remembered: string[] = [];
		isDuplicate('trigger-9', ['signature:1'], remembered);
		isDuplicate('trigger-9', ['signature:2', 'id:2'], remembered);
		release('trigger-9', ['signature:2', 'id:2']);
		expect(isDuplicate('trigger-9', ['signature:1'], remembered)).toBe(true);
		expect(remembered).toHaveLength(1);
		expect(isDuplicate('trigger-9', ['signature:2', 'id:2'], remembered)).toBe(false);
		expect(isDuplicate('trigger-9', ['signature:2', 'id:2'], remembered)).toBe(true);
	});
	it('leaves no text of the delivery behind', () => {
		const remembered: string[] = [];
		isDuplicate('trigger-8', ['signature:secret'], remembered);
		expect(remembered.join()).not.toContain('secret');
	});
});
