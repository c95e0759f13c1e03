import { VacancyList } from '../../../../nodes/Harver/invite/VacancyList';
import type { VacancyCandidate } from '../../../../nodes/Harver/records/vacancyCandidates';

function listed(fullName: string | null, email: string | null, applicationId: string | null): VacancyCandidate {
	return {
		candidate: { id: 'c', firstName: null, lastName: null, fullName, email },
		application: { id: applicationId, status: 'in-progress', completed: false, matchingScore: null, appliedAt: null, statusUpdatedAt: null },
	};
}

const ada = listed('Ada Example', 'Ada@Example.org', 'a1');

describe('the list of everybody in a vacancy', () => {
	it('finds the application of an address, upper and lower case the same', () => {
		const list = new VacancyList([ada]);
		expect([list.byEmail('ada@example.ORG'), list.byEmail('bo@example.org')]).toEqual(['a1', undefined]);
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
		expect(new VacancyList([ada]).hasNamesakeOf({ firstName: 'Ada', lastName: 'Else' }, new Set(['a1']))).toBe(false);
		expect(new VacancyList([ada, listed('Ada B', 'b@example.org', 'a2')]).hasNamesakeOf({ firstName: 'Ada', lastName: 'Else' }, new Set(['a1']))).toBe(true);
	});

	it.each([
		['an address', listed('Bo Else', null, 'a2')],
		['a name', listed(null, 'bo@example.org', 'a2')],
		['an application', listed('Bo Else', 'bo@example.org', null)],
	])('is not complete when somebody has not %s', (_what, somebody) => {
		expect(new VacancyList([ada]).isComplete).toBe(true);
		expect(new VacancyList([ada, somebody]).isComplete).toBe(false);
	});
});
