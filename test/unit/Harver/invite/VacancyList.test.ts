import { VacancyList } from '../../../../nodes/Harver/invite/VacancyList';
import type { VacancyCandidate } from '../../../../nodes/Harver/items/vacancyCandidates';

function listed(
	fullName: string | null,
	email: string | null,
	applicationId: string | null,
	appliedAt: string | null = null,
): VacancyCandidate {
	return {
		candidate: { id: 'c', firstName: null, lastName: null, fullName, email },
		application: {
			id: applicationId,
			status: 'in-progress',
			completed: false,
			matchingScore: null,
			appliedAt,
			statusUpdatedAt: null,
		},
	};
}

const ada = listed('Ada Example', 'Ada@Example.org', 'a1');

describe('the list of everybody in a vacancy', () => {
	it('finds the application of an address, upper and lower case the same', () => {
		const list = new VacancyList([ada]);
		expect([list.byEmail('ada@example.ORG'), list.byEmail('bo@example.org')]).toEqual([
			'a1',
			undefined,
		]);
		expect([list.holds('a1'), list.holds('a2')]).toEqual([true, false]);
	});

	it.each([
		['the first name', { firstName: 'Ada', lastName: 'Newname' }, true],
		['the last name, with other case and accents', { firstName: 'X', lastName: 'éxample' }, true],
		['a part of a double name', { firstName: 'Bo', lastName: 'Else-Example' }, true],
		['nothing', { firstName: 'Bo', lastName: 'Else' }, false],
	])('knows a namesake by %s', (_what, person, expected) => {
		expect(new VacancyList([ada]).hasNamesakeOf(person, new Set())).toBe(expected);
	});

	it('passes over namesakes who are known to be others', () => {
		expect(
			new VacancyList([ada]).hasNamesakeOf({ firstName: 'Ada', lastName: 'Else' }, new Set(['a1'])),
		).toBe(false);
		expect(
			new VacancyList([ada, listed('Ada B', 'b@example.org', 'a2')]).hasNamesakeOf(
				{ firstName: 'Ada', lastName: 'Else' },
				new Set(['a1']),
			),
		).toBe(true);
	});

	it.each([
		['older', '2026-03-01T11:54:00Z', false],
		['so little older that the clocks may differ', '2026-03-01T11:56:00Z', true],
		['younger', '2026-03-02T00:00:00Z', true],
		['of unknown age', null, true],
	])(
		'knows whether a namesake may be meant by an application that is %s',
		(_what, appliedAt, expected) => {
			const list = new VacancyList([listed('Ada Example', 'ada@example.org', 'a1', appliedAt)]);
			expect(
				list.hasNamesakeOf(
					{ firstName: 'Ada', lastName: 'Newname' },
					new Set(),
					Date.parse('2026-03-01T12:00:00Z'),
				),
			).toBe(expected);
		},
	);

	it.each([
		['an address', listed('Bo Else', null, 'a2')],
		['a name', listed(null, 'bo@example.org', 'a2')],
		['an application', listed('Bo Else', 'bo@example.org', null)],
	])('is not complete when somebody has not %s', (_what, somebody) => {
		expect(new VacancyList([ada]).isComplete).toBe(true);
		expect(new VacancyList([ada, somebody]).isComplete).toBe(false);
	});
});
