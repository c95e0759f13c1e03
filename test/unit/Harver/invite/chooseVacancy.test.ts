import { chooseVacancy, getVacancyReferences } from '../../../../nodes/Harver/invite/chooseVacancy';
import type { VacancyCatalog } from '../../../../nodes/Harver/requests/vacancyCatalog';

const open = [
	{ id: 'aaaaaaaaaaaaaaaaaaaaaaaa', name: 'Customer Support Agent' },
	{ id: 'bbbbbbbbbbbbbbbbbbbbbbbb', name: 'Twin' },
	{ id: 'cccccccccccccccccccccccc', name: 'twin ' },
	{ id: 'ffffffffffffffffffffffff', name: 'Same' },
	{ id: '999999999999999999999999', name: 'Same' },
];
const catalog: VacancyCatalog = {
	open,
	refreshOpen: async () => await Promise.resolve(open),
	readOthers: async () =>
		await Promise.resolve({
			closed: [{ id: 'dddddddddddddddddddddddd', name: 'Store Manager' }],
			draft: [{ id: 'eeeeeeeeeeeeeeeeeeeeeeee', name: 'Astronaut' }],
		}),
};
const rules = {
	pattern: 'Harver Vacancy: *',
	table: [{ tag: 'Warehouse', vacancy: 'Warehouse Associate' }],
};

describe('tags stand for vacancies', () => {
	it('by the pattern, whatever the case and spaces', () => {
		expect(
			getVacancyReferences(['Berlin', 'HARVER  vacancy:Sales', 'harver vacancy: Support '], rules),
		).toEqual(['Sales', 'Support']);
	});
	it('by the table', () => {
		expect(getVacancyReferences(['warehouse'], rules)).toEqual(['Warehouse Associate']);
	});
	it('each once', () => {
		expect(getVacancyReferences(['Harver Vacancy: Sales', 'harver vacancy: SALES'], rules)).toEqual(
			['Sales'],
		);
	});
	it.each([[undefined], [[]], [['Harver Vacancy:', 'Harver Vacancy:   ', 'Vacancy: X', 7]]])(
		'or for none: %j',
		(tags) => {
			expect(getVacancyReferences(tags, rules)).toEqual([]);
		},
	);
	it('by the table only when there is no pattern', () => {
		expect(getVacancyReferences(['Harver Vacancy: Sales'], { ...rules, pattern: '' })).toEqual([]);
	});
	it('by a pattern with special characters', () => {
		expect(getVacancyReferences(['[Test] (Sales)'], { pattern: '[Test] (*)', table: [] })).toEqual([
			'Sales',
		]);
	});
});

describe('a vacancy is chosen and never guessed', () => {
	it('by its name', async () => {
		expect(await chooseVacancy(' customer support  agent', catalog)).toMatchObject({
			vacancy: { id: 'aaaaaaaaaaaaaaaaaaaaaaaa' },
		});
	});
	it('by its id', async () => {
		expect(await chooseVacancy('bbbbbbbbbbbbbbbbbbbbbbbb', catalog)).toMatchObject({
			vacancy: { name: 'Twin' },
		});
	});
	it.each([
		['Twin', 'bbbbbbbbbbbbbbbbbbbbbbbb'],
		['twin', 'cccccccccccccccccccccccc'],
		['\u200btwin\u00a0', 'cccccccccccccccccccccccc'],
		['Ｔｗｉｎ', 'bbbbbbbbbbbbbbbbbbbbbbbb'],
	])(
		'by the name that matches exactly, of several that differ in case: %j',
		async (reference, id) => {
			expect(await chooseVacancy(reference, catalog)).toMatchObject({ vacancy: { id } });
		},
	);
	it.each([
		['TWIN', 'vacancyAmbiguous'],
		['Same', 'vacancyAmbiguous'],
		['Store Manager', 'vacancyClosed'],
		['Astronaut', 'vacancyDraft'],
		['Customer Support', 'vacancyNotFound'],
	])('%s: %s', async (reference, problem) => {
		expect(await chooseVacancy(reference, catalog)).toMatchObject({ problem });
	});
});
