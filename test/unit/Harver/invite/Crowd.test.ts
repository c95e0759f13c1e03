import { Crowd, inCrowd, type Everybody } from '../../../../nodes/Harver/invite/Crowd';
import type { Remembered } from '../../../../nodes/Harver/invite/Memory';
import { VacancyList } from '../../../../nodes/Harver/invite/VacancyList';
import { RequestCancelledError } from '../../../../nodes/shared/http/cancellation';

const someone = (number: number): Remembered & { applicationId: string } => ({
	applicationId: `a-${number.toString()}`,
	emailAddress: `${number.toString()}@example.org`,
	opportunityId: `o-${number.toString()}`,
	sentBy: 'e-1',
	isFirst: true,
});
const unknown = { emailAddress: 'lost@example.org', opportunityId: 'o-lost', sentBy: 'e-1' };

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
			candidate: {
				id: null,
				firstName: null,
				lastName: null,
				fullName: `Somebody ${emailAddress}`,
				email: emailAddress,
			},
			application: {
				id: applicationId,
				status: null,
				completed: false,
				matchingScore: null,
				appliedAt: null,
				statusUpdatedAt: null,
			},
		})),
	);

const neverRead = async (): Promise<VacancyList> => await Promise.reject(new Error('read in vain'));

const listGiven = async (
	crowd: Crowd,
	read: () => Promise<VacancyList>,
): Promise<Everybody | undefined> =>
	await crowd.join(read, async (everybody) => await Promise.resolve(everybody));

describe('what many invitations know together', () => {
	it('takes a list that holds the last application that was made for whole', async () => {
		expect(
			await listGiven(crowdWithADoubt(), async () => await Promise.resolve(listOf(1, 5))),
		).toMatchObject({ isWhole: true });
	});

	it('does not use a list without it, and reads none for a while', async () => {
		const crowd = crowdWithADoubt();
		expect(await listGiven(crowd, async () => await Promise.resolve(listOf(1, 4)))).toBeUndefined();
		expect(await listGiven(crowd, neverRead)).toBeUndefined();
	});

	it('does not take a list for whole because of an application that was found', async () => {
		const crowd = new Crowd();
		for (const number of [1, 2, 3])
			crowd.memory.remember({
				applicationId: `a-${number.toString()}`,
				emailAddress: `${number.toString()}@example.org`,
				opportunityId: null,
			});
		expect(
			await listGiven(crowd, async () => await Promise.resolve(listOf(1, 2, 3))),
		).toMatchObject({ isWhole: false });
		crowd.memory.remember(someone(4));
		expect(
			await listGiven(crowd, async () => await Promise.resolve(listOf(1, 2, 3, 4))),
		).toMatchObject({ isWhole: true });
		expect(await listGiven(crowd, neverRead)).toMatchObject({ isWhole: true });
	});

	it('reads no list for a while after one that could not be read', async () => {
		const crowd = crowdWithADoubt();
		expect(
			await listGiven(crowd, async () => await Promise.reject(new Error('down'))),
		).toBeUndefined();
		expect(await listGiven(crowd, neverRead)).toBeUndefined();
	});

	it('reads the list again when the execution that read it was stopped', async () => {
		const crowd = crowdWithADoubt();
		expect(
			await listGiven(crowd, async () => await Promise.reject(new RequestCancelledError())),
		).toBeUndefined();
		expect(await listGiven(crowd, async () => await Promise.resolve(listOf(5)))).toMatchObject({
			isWhole: true,
		});
	});

	it('lets another go first when the first came to nothing, twice at most', async () => {
		const crowd = new Crowd();
		const began: number[] = [];
		const comesToNothing = async (number: number): Promise<unknown> =>
			await crowd.join(neverRead, async () => {
				began.push(number);
				await new Promise(setImmediate);
				return [...began];
			});
		expect(await Promise.all([1, 2].map(comesToNothing))).toEqual([[1], [1, 2]]);
	});

	it('lets the others go when the first has come to an application', async () => {
		const crowd = new Crowd();
		const seen = await Promise.all(
			[1, 2, 3, 4].map(
				async (number) =>
					await crowd.join(
						async () => await Promise.resolve(listOf(1)),
						async (everybody) => {
							await Promise.resolve();
							crowd.memory.remember(someone(number));
							return everybody?.isWhole;
						},
					),
			),
		);
		expect(seen).toEqual([undefined, true, true, true]);
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
