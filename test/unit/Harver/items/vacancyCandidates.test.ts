import { joinVacancyCandidates } from '../../../../nodes/Harver/items/vacancyCandidates';

describe('candidates are joined with their applications', () => {
	const candidate = {
		id: 'c',
		attributes: { firstName: 'Ada', lastName: 'Example', email: 'ada@example.org' },
	};

	it('also when Harver does not give the application in full', () => {
		const [joined] = joinVacancyCandidates({
			data: [{ ...candidate, relationships: { application: { data: { id: 'a' } } } }],
			included: undefined,
		});
		expect(joined).toMatchObject({
			candidate: { fullName: 'Ada Example', email: 'ada@example.org' },
			application: { id: 'a', status: null, completed: false },
		});
	});
	it('and stay when there is none', () => {
		expect(joinVacancyCandidates({ data: [candidate], included: [] })).toMatchObject([
			{ candidate: { id: 'c' }, application: { id: null } },
		]);
	});
	it('one item for each of several', () => {
		const data = [
			{ ...candidate, relationships: { application: { data: [{ id: 'a' }, { id: 'b' }] } } },
		];
		expect(
			joinVacancyCandidates({ data, included: [] }).map(({ application }) => application.id),
		).toEqual(['a', 'b']);
	});
});
