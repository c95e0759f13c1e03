import { RecentWrites } from '../../../../nodes/Lever/profile/RecentWrites';

const having = (marker: string) => (text: string) => text.includes(marker);

describe('what this process remembers to have written', () => {
	it('is kept for ten minutes, for one profile', () => {
		const notes = new RecentWrites();
		notes.remember('p1', 'Invited (a9)', { id: 'n9' }, 1000);
		expect(notes.find('p1', having('a9'), 600_000)).toEqual({ id: 'n9' });
		expect(notes.find('p2', having('a9'), 600_000)).toBeUndefined();
		expect(notes.find('p1', having('other'), 600_000)).toBeUndefined();
		expect(notes.find('p1', having('a9'), 601_001)).toBeUndefined();
	});

	it('says for ten minutes which writes are in doubt, which are no records', () => {
		const notes = new RecentWrites();
		notes.doubt('p4', 'Invited (a8)', 1000);
		expect(notes.find('p4', having('a8'), 1000)).toBeUndefined();
		expect(notes.isInDoubt('p4', having('a8'), 600_000)).toBe(true);
		expect(notes.isInDoubt('p4', having('a9'), 600_000)).toBe(false);
		expect(notes.isInDoubt('p4', having('a8'), 601_001)).toBe(false);
	});

	it('is no more than five thousand', () => {
		const notes = new RecentWrites();
		for (let number = 0; number <= 5000; number++)
			notes.remember('p3', `note ${number.toString()}.`, { id: number }, 10_000);
		expect(notes.find('p3', having('note 0.'), 10_000)).toBeUndefined();
		expect(notes.find('p3', having('note 5000.'), 10_000)).toEqual({ id: 5000 });
	});
});
