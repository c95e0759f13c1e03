import { joinVacancyCandidates } from '../../../../nodes/Harver/items/vacancyCandidates';

describe('joining candidates with their applications', () => {
	const candidate = {
		id: 'c',
		attributes: { firstName: 'Ada', lastName: 'Example', email: 'ada@example.org' },
	};

	it('works without the application among the included records', () => {
		const [joined] = joinVacancyCandidates({
			data: [{ ...candidate, relationships: { application: { data: { id: 'a' } } } }],
			included: undefined,
		});
		expect(joined).toMatchObject({
			candidate: { fullName: 'Ada Example', email: 'ada@example.org' },
			application: { id: 'a', status: null, completed: false },
		});
	});
	it('keeps a candidate without an application', () => {
		expect(joinVacancyCandidates({ data: [candidate], included: [] })).toMatchObject([
			{ candidate: { id: 'c' }, application: { id: null } },
		]);
	});
	it('returns one item for each application', () => {
		const data = [
			{ ...candidate, relationships: { application: { data: [{ id: 'a' }, { id: 'b' }] } } },
		];
		expect(
			joinVacancyCandidates({ data, included: [] }).map(({ application }) => application.id),
		).toEqual(['a', 'b']);
	});
});
