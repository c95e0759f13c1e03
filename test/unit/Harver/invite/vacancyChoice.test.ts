import {
	chooseVacancy,
	wishesInTags,
	type Vacancies,
} from '../../../../nodes/Harver/invite/vacancyChoice';

const vacancies: Vacancies = {
	open: [
		{ id: 'aaaaaaaaaaaaaaaaaaaaaaaa', name: 'Customer Support Agent' },
		{ id: 'bbbbbbbbbbbbbbbbbbbbbbbb', name: 'Twin' },
		{ id: 'cccccccccccccccccccccccc', name: 'twin ' },
	],
	notOpen: async () =>
		await Promise.resolve({
			closed: [{ id: 'dddddddddddddddddddddddd', name: 'Store Manager' }],
			draft: [{ id: 'eeeeeeeeeeeeeeeeeeeeeeee', name: 'Astronaut' }],
		}),
};
const rules = {
	pattern: 'Harver Vacancy: *',
	table: [{ tag: 'Warehouse', vacancy: 'Warehouse Associate' }],
};

describe('tags ask for vacancies', () => {
	it('by the pattern, upper and lower case and spaces the same', () => {
		expect(
			wishesInTags(['Berlin', 'HARVER  vacancy:Sales', 'harver vacancy: Support '], rules),
		).toEqual(['Sales', 'Support']);
	});
	it('by the table', () => {
		expect(wishesInTags(['warehouse'], rules)).toEqual(['Warehouse Associate']);
	});
	it('each once', () => {
		expect(wishesInTags(['Harver Vacancy: Sales', 'harver vacancy: SALES'], rules)).toEqual([
			'Sales',
		]);
	});
	it.each([[undefined], [[]], [['Harver Vacancy:', 'Harver Vacancy:   ', 'Vacancy: X', 7]]])(
		'or for none: %j',
		(tags) => {
			expect(wishesInTags(tags, rules)).toEqual([]);
		},
	);
	it('by the table only when there is no pattern', () => {
		expect(wishesInTags(['Harver Vacancy: Sales'], { ...rules, pattern: '' })).toEqual([]);
	});
	it('with a pattern whose signs mean themselves', () => {
		expect(wishesInTags(['[Test] (Sales)'], { pattern: '[Test] (*)', table: [] })).toEqual([
			'Sales',
		]);
	});
});

describe('a vacancy is chosen and never guessed', () => {
	it('by its name', async () => {
		expect(await chooseVacancy(' customer support  agent', vacancies)).toMatchObject({
			vacancy: { id: 'aaaaaaaaaaaaaaaaaaaaaaaa' },
		});
	});
	it('by its id', async () => {
		expect(await chooseVacancy('bbbbbbbbbbbbbbbbbbbbbbbb', vacancies)).toMatchObject({
			vacancy: { name: 'Twin' },
		});
	});
	it.each([
		['Twin', 'vacancyAmbiguous'],
		['Store Manager', 'vacancyClosed'],
		['Astronaut', 'vacancyDraft'],
		['Customer Support', 'vacancyNotFound'],
	])('%s: %s', async (wish, problem) => {
		expect(await chooseVacancy(wish, vacancies)).toMatchObject({ wish, problem });
	});
});
