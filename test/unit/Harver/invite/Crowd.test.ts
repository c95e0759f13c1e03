import { Crowd, inCrowd } from '../../../../nodes/Harver/invite/Crowd';
import type { Remembered } from '../../../../nodes/Harver/invite/Memory';
import { VacancyList } from '../../../../nodes/Harver/invite/VacancyList';

const someone = (number: number): Remembered & { applicationId: string } => ({
	applicationId: `a-${number.toString()}`,
	emailAddress: `${number.toString()}@example.org`,
	opportunityId: `o-${number.toString()}`,
	sent: true,
});
const unknown = { emailAddress: 'lost@example.org', opportunityId: 'o-lost', sent: true };

/** Five invitations that were made, and after them one of which nobody knows whether it was. */
function crowdWithADoubt(): Crowd {
	const crowd = new Crowd();
	for (const number of [1, 2, 3, 4, 5]) crowd.memory.remember(someone(number));
	crowd.memory.remember(unknown);
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
	it('believes a list that holds the last invitation that was surely made', async () => {
		expect(await crowdWithADoubt().join(async () => await Promise.resolve(listOf(1, 5)), async (everybody) => await Promise.resolve(everybody?.holds('a-5')))).toBe(true);
	});

	it('does not believe a list without it', async () => {
		expect(await crowdWithADoubt().join(async () => await Promise.resolve(listOf(1, 4)), async (everybody) => await Promise.resolve(everybody))).toBeUndefined();
	});

	it('reads a list again after a reading that failed', async () => {
		const crowd = crowdWithADoubt();
		const readings = [async (): Promise<VacancyList> => await Promise.reject(new Error('down')), async () => await Promise.resolve(listOf(5))];
		const read = async (): Promise<VacancyList> => await (readings.shift()?.() ?? Promise.reject(new Error('read too often')));
		const holds = async (everybody: VacancyList | undefined): Promise<boolean | undefined> => await Promise.resolve(everybody?.holds('a-5'));
		expect(await crowd.join(read, holds)).toBeUndefined();
		expect(await crowd.join(read, holds)).toBe(true);
	});

	it('is not over while somebody uses it, nor while it remembers something', async () => {
		const crowd = new Crowd();
		expect(crowd.isOver).toBe(true);
		expect(await crowd.with(async ({ isOver }) => await Promise.resolve(isOver))).toBe(false);
		crowd.memory.remember(unknown);
		expect(crowd.isOver).toBe(false);
	});

	it('stays the same for a vacancy while others begin', async () => {
		const seen: Crowd[] = [];
		const uses = async (key: string, meanwhile?: () => Promise<unknown>): Promise<void> => {
			await inCrowd(key, async (crowd) => {
				seen.push(crowd);
				await meanwhile?.();
			});
		};
		await uses('one', async () => {
			await uses('two');
			await uses('one');
		});
		expect(seen[2]).toBe(seen[0]);
		expect(seen[1]).not.toBe(seen[0]);
	});
});
