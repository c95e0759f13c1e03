import { expectEveryRequest, lever, opportunity } from './lever';

expectEveryRequest();

const tagged = (id: string, ...tags: string[]): { id: string; tags: string[] } => ({ id, tags });

describe('getting opportunities with and without tags', () => {
	it('filters every page and reads more until there are enough', async () => {
		const pages = [
			[
				tagged('o1', 'harver vacancy: Sales'),
				tagged('o2', 'Harver Vacancy: Sales', 'Harver: Invited'),
				tagged('o3'),
			],
			[
				tagged('o4', 'Harver Vacancy: Sales', 'Harver: Completed'),
				tagged('o5', 'Harver Vacancy: Support', 'Engineering'),
			],
			[tagged('o6', 'Harver Vacancy: Sales')],
		];
		lever()
			.get('/v1/opportunities?stage_id=s1&limit=100')
			.reply(200, { data: pages[0], hasNext: true, next: 'b' });
		lever()
			.get('/v1/opportunities?stage_id=s1&limit=100&offset=b')
			.reply(200, { data: pages[1], hasNext: true, next: 'c' });
		const { json } = await opportunity('getMany', {
			limit: 2,
			filters: { stages: ['s1'] },
			options: {
				withTag: 'Harver Vacancy: *',
				withoutTag: "={{ ['Harver: Invited', 'Harver: Completed'] }}",
			},
		});
		expect(json.map(({ id }) => id)).toEqual(['o1', 'o5']);
	});

	it('accepts several patterns, one per line, and candidates without tags', async () => {
		lever()
			.get('/v1/opportunities?limit=100')
			.reply(200, {
				data: [tagged('o1', 'Harver: 80%'), tagged('o2'), { id: 'o3' }, tagged('o4', 'x')],
			});
		const { json } = await opportunity('getMany', {
			returnAll: true,
			options: { withoutTag: 'Harver: *%\nx' },
		});
		expect(json.map(({ id }) => id)).toEqual(['o2', 'o3']);
	});

	it('requests no more than the limit when the options are empty', async () => {
		lever()
			.get('/v1/opportunities?limit=3')
			.reply(200, { data: [tagged('o1')] });
		expect(
			(await opportunity('getMany', { limit: 3, options: { withTag: '', withoutTag: '' } })).json,
		).toEqual([{ id: 'o1', tags: [] }]);
	});
});
