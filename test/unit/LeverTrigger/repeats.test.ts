import { forget, isRepeat } from '../../../nodes/shared/repeats';

describe('a delivery that comes again', () => {
	it('is told by any of its fingerprints', () => {
		const remembered: string[] = [];
		expect(isRepeat('trigger-1', ['signature:1', 'id:1'], remembered)).toBe(false);
		expect(isRepeat('trigger-1', ['signature:2', 'id:1'], remembered)).toBe(true);
		expect(isRepeat('trigger-1', ['signature:2'], remembered)).toBe(true);
		expect(isRepeat('trigger-1', ['signature:3'], remembered)).toBe(false);
	});
	it('is told by another process, from the static data', () => {
		const remembered: string[] = [];
		isRepeat('process-1', ['signature:1'], remembered);
		expect(isRepeat('process-2', ['signature:1'], remembered)).toBe(true);
	});
	it('is told in this process, before the static data is kept', () => {
		isRepeat('trigger-3', ['signature:1'], []);
		expect(isRepeat('trigger-3', ['signature:1'], [])).toBe(true);
		expect(isRepeat('trigger-4', ['signature:1'], [])).toBe(false);
	});
	it('is remembered in bounds, the newest', () => {
		const remembered: string[] = [];
		for (let count = 0; count < 1500; count++)
			isRepeat('trigger-5', [`signature:${count.toString()}`], remembered);
		expect(remembered).toHaveLength(1000);
		expect(isRepeat('trigger-6', ['signature:1499'], remembered)).toBe(true);
		expect(isRepeat('trigger-7', ['signature:1'], remembered)).toBe(false);
	});
	it('is remembered in this process for the hundred triggers that were delivered to last', () => {
		isRepeat('busy', ['signature:1'], []);
		isRepeat('idle', ['signature:1'], []);
		for (let count = 0; count < 99; count++) {
			isRepeat(`other-${count.toString()}`, ['signature:1'], []);
			expect(isRepeat('busy', ['signature:1'], [])).toBe(true);
		}
		expect(isRepeat('idle', ['signature:1'], [])).toBe(false);
	});
	it('is no repeat when the first was forgotten, in this process and in the static data', () => {
		const remembered: string[] = [];
		isRepeat('trigger-9', ['signature:1'], remembered);
		isRepeat('trigger-9', ['signature:2', 'id:2'], remembered);
		forget('trigger-9', ['signature:2', 'id:2']);
		expect(isRepeat('trigger-9', ['signature:1'], remembered)).toBe(true);
		expect(remembered).toHaveLength(1);
		expect(isRepeat('trigger-9', ['signature:2', 'id:2'], remembered)).toBe(false);
		expect(isRepeat('trigger-9', ['signature:2', 'id:2'], remembered)).toBe(true);
	});
	it('leaves no text of the delivery behind', () => {
		const remembered: string[] = [];
		isRepeat('trigger-8', ['signature:secret'], remembered);
		expect(remembered.join()).not.toContain('secret');
	});
});
