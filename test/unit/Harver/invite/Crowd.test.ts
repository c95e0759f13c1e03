import { Crowd } from '../../../../nodes/Harver/invite/Crowd';
import { VacancyList } from '../../../../nodes/Harver/invite/VacancyList';

const someone = (number: number): { applicationId: string; emailAddress: string; opportunityId: string } => ({
	applicationId: `a-${number.toString()}`,
	emailAddress: `${number.toString()}@example.org`,
	opportunityId: `o-${number.toString()}`,
});
const unknown = { emailAddress: 'lost@example.org', opportunityId: 'o-lost' };

/** Five invitations that were made, and after them one of which nobody knows whether it was. */
function crowdWithADoubt(): Crowd {
	const crowd = new Crowd();
	for (const number of [1, 2, 3, 4, 5]) crowd.remember(someone(number));
	crowd.remember(unknown);
	return crowd;
}

const listOf = (...numbers: number[]): VacancyList =>
	new VacancyList(
		numbers.map(someone).map(({ applicationId, emailAddress }) => ({
			candidate: { id: null, firstName: null, lastName: null, fullName: `Somebody ${emailAddress}`, email: emailAddress },
			application: { id: applicationId, status: null, completed: false, matchingScore: null, appliedAt: null, statusUpdatedAt: null },
		})),
	);

describe('what many invitations know together', () => {
	it('takes an invitation of unknown fate for one that may have been made, by its address and its opportunity', () => {
		const crowd = crowdWithADoubt();
		expect(crowd.hasMade('LOST@example.org', null)).toBe(true);
		expect(crowd.hasMade('corrected@example.org', 'o-lost')).toBe(true);
		expect(crowd.hasMade('other@example.org', 'o-other')).toBe(false);
	});

	it('believes a list that holds the last invitation that was surely made', async () => {
		expect(await crowdWithADoubt().join(async () => await Promise.resolve(listOf(1, 5)), async (everybody) => await Promise.resolve(everybody?.holds('a-5')))).toBe(true);
	});

	it('does not believe a list without it', async () => {
		expect(await crowdWithADoubt().join(async () => await Promise.resolve(listOf(1, 4)), async (everybody) => await Promise.resolve(everybody))).toBeUndefined();
	});

	it('knows the applications of others, but for those that it does not know', () => {
		expect(crowdWithADoubt().madeForOthers('o-1')).toEqual(new Set(['a-2', 'a-3', 'a-4', 'a-5']));
	});

	it('is not over while it is in doubt', () => {
		const crowd = new Crowd();
		expect(crowd.isOver).toBe(true);
		crowd.remember(unknown);
		expect(crowd.isOver).toBe(false);
	});
});
