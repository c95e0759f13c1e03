import nock from 'nock';
import type { IDataObject, INodeParameters, WorkflowExecuteMode } from 'n8n-workflow';

import { ACCOUNT, HOST, run } from '../wire';

/** Harver with one vacancy, in which people are by e-mail address; it counts what it is asked. */
interface Harver {
	vacancy: string;
	people: Map<string, { id: string; name: string; opportunityId: string; appliedAt?: number }>;
	invitations: string[];
	asked: { byEmail: number; byOpportunity: number; list: number };
	/** Whether the list shows those who were invited and have not begun. */
	listShowsAll: boolean;
}

let vacancies = 0;
let harver: Harver;

beforeEach(() => {
	vacancies += 1;
	harver = {
		vacancy: `vacancy-${vacancies.toString()}`,
		people: new Map(),
		invitations: [],
		asked: { byEmail: 0, byOpportunity: 0, list: 0 },
		listShowsAll: true,
	};
	play(harver);
});

afterEach(() => {
	nock.cleanAll();
	jest.restoreAllMocks();
});

function play({ vacancy, people, invitations, asked }: Harver): void {
	nock(HOST)
		.persist()
		.post('/oauth/token')
		.reply(200, { accessToken: 'token-1', accessTokenExpiresAt: '2030-01-01T00:00:00Z' });
	const api = nock(`${HOST}/api/v1.0`).persist();
	api
		.get(/\/accounts\/[^/]+\/vacancies/u)
		.query({ 'filter[status]': 'open', 'filter[skip_aggregation]': 'true' })
		.reply(200, { data: [{ type: 'vacancies', id: vacancy, attributes: { name: vacancy } }] });
	const application = ({ id }: { id: string }): object => ({
		type: 'applications',
		id,
		vacancyId: vacancy,
	});
	api
		.get('/applications')
		.query(true)
		.reply(200, (uri) => {
			const query = new URL(uri, HOST).searchParams;
			const email = query.get('filter[applicationMeta][email]');
			asked[email === null ? 'byOpportunity' : 'byEmail'] += 1;
			const opportunityId = query.get('filter[atsParameters][candidate_id]');
			const found =
				email === null
					? [...people.values()].filter((person) => person.opportunityId === opportunityId)
					: [people.get(email) ?? []].flat();
			return { data: found.map(application) };
		});
	api.get(/^\/api\/v1\.0\/applications\/[^/?]+$/u).reply((uri) => {
		const isThere = [...people.values()].some(({ id }) =>
			uri.endsWith(`/${encodeURIComponent(id)}`),
		);
		return isThere
			? [200, { data: { id: 'any', attributes: { status: 'in-progress' } } }]
			: [404, { errors: [{ status: '404', title: 'Not found' }] }];
	});
	api.get(`/vacancies/${vacancy}/candidates`).reply(200, () => {
		asked.list += 1;
		const shown = harver.listShowsAll ? [...people] : [];
		return {
			data: shown.map(([emailAddress, { id, name }]) => ({
				id: `c-${id}`,
				attributes: { emailAddress, fullName: name },
				relationships: { application: { data: { id } } },
			})),
			included: shown.map(([, { id, appliedAt }]) => ({
				type: 'applications',
				id,
				attributes: { appliedAt },
			})),
		};
	});
	api.post(`/vacancies/${vacancy}/applications`).reply(201, (_uri, body) => {
		const { data } = body as {
			data: {
				attributes: { candidate_id: string };
				relationships: {
					candidate: {
						data: { attributes: { emailAddress: string; firstName: string; lastName: string } };
					};
				};
			};
		};
		const { emailAddress, firstName, lastName } = data.relationships.candidate.data.attributes;
		const id = `application-of-${emailAddress}`;
		people.set(emailAddress, {
			id,
			name: `${firstName} ${lastName}`,
			opportunityId: data.attributes.candidate_id,
		});
		invitations.push(emailAddress);
		return {
			data: {
				applicationId: id,
				currentStatus: 'in-progress',
				magicLink: 'https://journey.example.org',
			},
		};
	});
}

/** An opportunity of somebody whose name nobody else has. */
function person(
	number: number,
	changes: IDataObject = {},
): IDataObject & { id: string; name: string } {
	const letters = String.fromCharCode(97 + number).repeat(3);
	return {
		id: `o-${number.toString()}`,
		name: `First${letters} Last${letters}`,
		emails: [`${number.toString()}@example.org`],
		tags: [],
		...changes,
	};
}

/** Each in an execution of its own, at the same moment. */
async function inviteAtOnce(
	people: IDataObject[],
	options: IDataObject = {},
	mode: WorkflowExecuteMode = 'webhook',
): Promise<unknown[]> {
	const parameters = {
		resource: 'application',
		operation: 'invite',
		vacancySource: 'chosen',
		vacancyId: { __rl: true, mode: 'id', value: harver.vacancy },
		options,
	} as INodeParameters;
	const ended = await Promise.all(
		people.map(
			async (json) =>
				await run(parameters, {
					items: [{ json }],
					accountId: `${ACCOUNT}-${harver.vacancy}`,
					mode,
				}),
		),
	);
	return ended.map(({ outputs }) => outputs.flat()[0]?.json.outcome);
}

const twenty = Array.from({ length: 20 }, (_, number) => person(number));

describe('Application > Invite: many at once', () => {
	it('share one list of the vacancy: little more than one request each, and everybody is invited once', async () => {
		expect(await inviteAtOnce(twenty)).toEqual(twenty.map(() => 'invited'));
		expect(new Set(harver.invitations).size).toBe(20);
		expect(harver.invitations).toHaveLength(20);
		expect(harver.asked).toEqual({ byEmail: 1, byOpportunity: 1, list: 1 });
	});

	it('do not invite who is in the vacancy, by the address or, after it was corrected, by the opportunity', async () => {
		harver.people.set('18@example.org', {
			id: 'by-hand',
			name: 'Somebody Invited',
			opportunityId: '',
		});
		harver.people.set('old@example.org', {
			id: 'earlier',
			name: 'Firsttttt Formername',
			opportunityId: 'o-19',
		});
		const outcomes = await inviteAtOnce(twenty.with(19, person(19, { name: 'Firsttttt Newname' })));
		expect(outcomes.slice(0, 18)).toEqual(twenty.slice(0, 18).map(() => 'invited'));
		expect(outcomes.slice(18)).toEqual(['alreadyInvited', 'alreadyInvited']);
		expect(harver.asked.list).toBe(1);
	});

	it('ask for nobody because of namesakes who had applied before the opportunity was there', async () => {
		for (const [number, { name }] of twenty.entries())
			harver.people.set(`namesake-of-${number.toString()}@example.org`, {
				id: `old-${number.toString()}`,
				name,
				opportunityId: '',
				appliedAt: 1_700_000_000,
			});
		await inviteAtOnce(twenty.map((one) => ({ ...one, createdAt: 1_760_000_000_000 })));
		expect(harver.invitations).toHaveLength(20);
		expect(harver.asked.byOpportunity).toBe(1);
	});

	it('do not invite twice who comes twice, the second time after the list was read', async () => {
		await inviteAtOnce(twenty);
		expect(
			await inviteAtOnce([
				...twenty.slice(5, 10),
				person(10, { emails: ['corrected@example.org'] }),
			]),
		).toEqual(Array.from({ length: 6 }, () => 'alreadyInvited'));
		expect(harver.invitations).toHaveLength(20);
	});

	it('look for themselves when the list does not show those who were just invited', async () => {
		harver.listShowsAll = false;
		harver.people.set('18@example.org', {
			id: 'by-hand',
			name: 'Somebody Invited',
			opportunityId: '',
		});
		expect(
			(await inviteAtOnce(twenty)).filter((outcome) => outcome === 'alreadyInvited'),
		).toHaveLength(1);
		expect(harver.asked).toEqual({ byEmail: 20, byOpportunity: 19, list: 1 });
		expect(harver.invitations).toHaveLength(19);
	});

	it('are a crowd too when they come one after another', async () => {
		for (const one of twenty) await inviteAtOnce([one]);
		expect(harver.invitations).toHaveLength(20);
		expect(harver.asked).toEqual({ byEmail: 2, byOpportunity: 2, list: 1 });
	});

	it('look for themselves when they are told to, as when other processes invite too', async () => {
		expect(await inviteAtOnce(twenty, { lookUp: 'each' })).toEqual(twenty.map(() => 'invited'));
		expect(harver.asked).toEqual({ byEmail: 20, byOpportunity: 20, list: 0 });
	});

	it('few at once look for themselves and read no list', async () => {
		expect(await inviteAtOnce(twenty.slice(0, 2))).toEqual(['invited', 'invited']);
		expect(harver.asked).toEqual({ byEmail: 2, byOpportunity: 2, list: 0 });
	});
});

describe('Application > Invite: looking up earlier invitations only in doubt', () => {
	const inDoubt = { lookUp: 'inDoubt' };
	/** Came to Lever after this process has started, as far as clocks can tell. */
	const young = twenty.map((one) => ({ ...one, createdAt: Date.now() + 600_000 }));
	const [ada = {}, bob = {}, eve = {}] = young;

	it('is one request for each', async () => {
		expect(await inviteAtOnce(young, inDoubt)).toEqual(twenty.map(() => 'invited'));
		expect(harver.asked).toEqual({ byEmail: 0, byOpportunity: 0, list: 0 });
		expect(new Set(harver.invitations).size).toBe(20);
		expect(harver.invitations).toHaveLength(20);
	});

	it('knows whom this process has invited before, by the address or the opportunity', async () => {
		await inviteAtOnce(young, inDoubt);
		const again = [
			ada,
			{ ...bob, emails: ['corrected@example.org'] },
			{ ...eve, id: 'another-opportunity' },
		];
		expect(await inviteAtOnce(again, inDoubt)).toEqual([
			'alreadyInvited',
			'alreadyInvited',
			'alreadyInvited',
		]);
		expect(harver.invitations).toHaveLength(20);
		expect(harver.asked).toEqual({ byEmail: 0, byOpportunity: 0, list: 0 });
	});

	it('looks for who came to Lever before this process was there, many together', async () => {
		for (const [number, { name, id }] of twenty.entries())
			harver.people.set(`${number.toString()}@example.org`, {
				id: `earlier-${number.toString()}`,
				name,
				opportunityId: id,
			});
		expect(
			await inviteAtOnce(
				young.map((one) => ({ ...one, createdAt: 1_760_000_000_000 })),
				inDoubt,
			),
		).toEqual(twenty.map(() => 'alreadyInvited'));
		expect(harver.invitations).toEqual([]);
		expect(harver.asked).toEqual({ byEmail: 1, byOpportunity: 0, list: 1 });
	});

	it.each(['retry', 'manual'] as const)('looks in an execution of the kind "%s"', async (mode) => {
		harver.people.set('0@example.org', {
			id: 'earlier',
			name: 'Firstaaa Lastaaa',
			opportunityId: 'o-0',
		});
		expect(await inviteAtOnce([ada], inDoubt, mode)).toEqual(['alreadyInvited']);
	});
});

describe('Application > Invite: who was invited by this process', () => {
	it('is not looked for again; Harver is asked how the application stands', async () => {
		await inviteAtOnce(twenty.slice(0, 1));
		const asked = { ...harver.asked };
		expect(await inviteAtOnce(twenty.slice(0, 1))).toEqual(['alreadyInvited']);
		expect(harver.asked).toEqual(asked);
	});

	it('is not invited again at once with Re-Invite, as when one event is told twice', async () => {
		expect(await inviteAtOnce([person(0), person(0)], { reInvite: true })).toEqual([
			'invited',
			'alreadyInvited',
		]);
		expect(harver.invitations).toHaveLength(1);
	});

	it('is looked for and invited when Harver has the application no more, but not at once', async () => {
		await inviteAtOnce(twenty.slice(0, 1));
		harver.people.clear();
		expect(await inviteAtOnce(twenty.slice(0, 1))).toEqual(['alreadyInvited']);
		const now = Date.now.bind(Date);
		jest.spyOn(Date, 'now').mockImplementation(() => now() + 60_000);
		expect(await inviteAtOnce(twenty.slice(0, 1))).toEqual(['invited']);
		expect(harver.invitations).toHaveLength(2);
	});

	it('is invited again with Re-Invite under a corrected address', async () => {
		await inviteAtOnce(twenty.slice(0, 1), { reInvite: true });
		expect(
			await inviteAtOnce([person(0, { emails: ['corrected@example.org'] })], { reInvite: true }),
		).toEqual(['invited']);
		expect(harver.invitations).toEqual(['0@example.org', 'corrected@example.org']);
	});

	it('is not taken for somebody else who had the address by mistake', async () => {
		harver.people.set('0@example.org', {
			id: 'adas',
			name: 'Firstaaa Lastaaa',
			opportunityId: 'o-0',
		});
		expect(await inviteAtOnce([person(1, { emails: ['0@example.org'] })])).toEqual([
			'alreadyInvited',
		]);
		expect(await inviteAtOnce([person(1)])).toEqual(['invited']);
	});
});
