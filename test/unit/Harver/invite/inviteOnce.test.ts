import nock from 'nock';
import type { IDataObject, INodeParameters } from 'n8n-workflow';

import { runNode } from '../../runNode';
import { ACCOUNT, HOST } from '../wire';

interface Application {
	id: string;
	email: string;
	opportunityId: string;
	status?: string;
	/** Listed, but no longer shown. */
	isGone?: boolean;
}

/** A Harver that remembers invitations and counts what it is asked. */
interface Harver {
	vacancy: string;
	applications: Application[];
	/** The e-mail addresses that an invitation went to. */
	invitations: string[];
	asked: { byEmail: number; byOpportunity: number; reads: number; invitations: number };
	/** How the search behaves: as documented, with everybody, or with the names of the document's enum only. */
	search: 'filtered' | 'everybody' | 'camelCase';
	/** Whether the account has the module for ATS parameters. */
	showsParameters: boolean;
	/** What the next invitations are answered, whether they took effect, and whether the search fails from then on. */
	answers: { status: number; body?: unknown; takesEffect?: boolean; breaksSearch?: boolean }[];
	isSearchBroken: boolean;
	/** What every search is answered, whatever it asks for. */
	searchAnswer?: unknown;
}

let vacancies = 0;
let harver: Harver;

beforeEach(() => {
	vacancies += 1;
	harver = {
		vacancy: `vacancy-${vacancies.toString()}`,
		applications: [],
		invitations: [],
		asked: { byEmail: 0, byOpportunity: 0, reads: 0, invitations: 0 },
		search: 'filtered',
		showsParameters: true,
		answers: [],
		isSearchBroken: false,
	};
});

afterEach(() => {
	nock.cleanAll();
	jest.restoreAllMocks();
});

type Reply = [number, unknown?];

function idFor(email: string): string {
	return `application-of-${email.replace('@', '-')}`;
}

function play(host = HOST): void {
	const { asked, vacancy } = harver;
	nock(host)
		.persist()
		.post('/oauth/token')
		.reply(200, { accessToken: 'token-1', accessTokenExpiresAt: '2030-01-01T00:00:00Z' });
	const api = nock(`${host}/api/v1.0`).persist();
	api
		.get(/\/accounts\/[^/]+\/vacancies/u)
		.query(true)
		.reply(200, { data: [{ type: 'vacancies', id: vacancy, attributes: { name: vacancy } }] });
	api
		.get('/applications')
		.query(true)
		.reply((uri) => search(new URL(uri, host).searchParams));
	api
		.get(/^\/api\/v1\.0\/applications\/[^/?]+/u)
		.query(true)
		.reply((uri) => {
			asked.reads += 1;
			return read(new URL(uri, host));
		});
	api.post(`/vacancies/${vacancy}/applications`).reply((_uri, body) => {
		asked.invitations += 1;
		return invited(body as InvitationBody);
	});
}

function search(query: URLSearchParams): Reply {
	if (harver.isSearchBroken) return [403, { statusCode: 403, message: 'Forbidden' }];
	if (harver.searchAnswer !== undefined) return [200, harver.searchAnswer];
	const email = query.get('filter[applicationMeta][email]');
	harver.asked[email === null ? 'byOpportunity' : 'byEmail'] += 1;
	const name = harver.search === 'camelCase' ? 'candidateId' : 'candidate_id';
	const opportunityId = query.get(`filter[atsParameters][${name}]`);
	if (email === null && opportunityId === null)
		return [400, { statusCode: 400, message: 'filter is not allowed' }];
	const found = harver.applications.filter((application) =>
		email === null ? application.opportunityId === opportunityId : application.email === email,
	);
	return [
		200,
		{
			data: (harver.search === 'everybody' ? harver.applications : found).map(({ id }) => ({
				type: 'applications',
				id,
				vacancyId: harver.vacancy,
			})),
		},
	];
}

function read({ pathname, searchParams }: URL): Reply {
	const application = harver.applications.find(({ id }) => pathname.endsWith(`/${id}`));
	const withParameters = searchParams.get('include') === 'ats';
	if (!application || application.isGone === true)
		return [404, { statusCode: 404, message: 'Not found' }];
	if (withParameters && !harver.showsParameters)
		return [400, { statusCode: 400, message: 'ats is not available' }];
	const { id, email, opportunityId, status = 'in-progress' } = application;
	return [
		200,
		{
			data: {
				id,
				attributes: { status },
				relationships: {
					candidate: { data: { type: 'candidates', id: `c-${id}`, email } },
					vacancy: { data: { type: 'vacancies', id: harver.vacancy } },
				},
			},
			included: withParameters
				? [{ type: 'ats-parameters', id, attributes: { candidate_id: opportunityId } }]
				: [],
		},
	];
}

interface InvitationBody {
	data: {
		attributes: { candidate_id: string };
		relationships: {
			candidate: { data: { attributes: { emailAddress: string; phoneNumber?: string } } };
		};
	};
}

function invited({ data }: InvitationBody): Reply {
	const { emailAddress: email, phoneNumber } = data.relationships.candidate.data.attributes;
	const known = harver.applications.find((application) => application.email === email);
	const id = known?.id ?? idFor(email);
	const answer = harver.answers.shift() ?? { status: 201, takesEffect: true };
	if (phoneNumber === '+15550100000') return [400, { statusCode: 400, message: 'phoneNumber' }];
	if (answer.breaksSearch === true) harver.isSearchBroken = true;
	if (answer.takesEffect === true) {
		if (!known)
			harver.applications.push({ id, email, opportunityId: data.attributes.candidate_id });
		harver.invitations.push(email);
	}
	const magicLink = `https://journey.example.org/${harver.invitations.length.toString()}`;
	return [
		answer.status,
		'body' in answer
			? answer.body
			: { data: { applicationId: id, currentStatus: 'in-progress', magicLink } },
	];
}

/** The opportunity of one of many people. */
function person(number: number, changes: IDataObject = {}): IDataObject {
	return {
		id: `o-${number.toString()}`,
		name: `Ada Example`,
		emails: [`${number.toString()}@example.org`],
		tags: [],
		...changes,
	};
}

interface Client {
	clientId?: string;
	environment?: string;
	accountId?: string;
	maxRetryTime?: number;
}

async function invite(
	people: IDataObject[],
	options: IDataObject = {},
	client: Client = {},
): Promise<IDataObject[]> {
	const parameters = {
		resource: 'application',
		operation: 'invite',
		vacancySource: 'chosen',
		vacancyId: { __rl: true, mode: 'id', value: harver.vacancy },
		options,
	} as INodeParameters;
	const { outputs, error } = await runNode({
		node: 'harver',
		parameters,
		items: people.map((json) => ({ json })),
		credentials: {
			harverApi: {
				clientId: 'client-1',
				clientSecret: 'secret-1',
				environment: 'production',
				accountId: `${ACCOUNT}-${harver.vacancy}`,
				requestsPerMinute: 10_000,
				...client,
			},
		},
	});
	if (error) throw error;
	return outputs.flat().map(({ json }) => json);
}

async function outcomes(...run: Parameters<typeof invite>): Promise<unknown[]> {
	return (await invite(...run)).map(({ outcome }) => outcome);
}

/** Each in an execution of its own, at the same moment. */
async function atOnce(people: IDataObject[], options: IDataObject = {}): Promise<unknown[]> {
	return (await Promise.all(people.map(async (one) => await outcomes([one], options)))).flat();
}

/** Time passes for this process, whatever the clock on the wall says. */
function wait(milliseconds: number): void {
	const passed = performance.now() - realNow() + milliseconds;
	jest.spyOn(performance, 'now').mockImplementation(() => realNow() + passed);
}

const MINUTE = 60_000;
const realNow = performance.now.bind(performance);
const twenty = Array.from({ length: 20 }, (_, number) => person(number));
const [ada = {}, bob = {}] = twenty;
const tagOption = { invitedTag: 'Harver: Invited' };

describe('a candidate whom nothing says to have been invited', () => {
	it('takes two requests: one search, one invitation', async () => {
		play();
		expect(await atOnce(twenty, tagOption)).toEqual(twenty.map(() => 'invited'));
		expect(new Set(harver.invitations).size).toBe(20);
		expect(harver.asked).toEqual({ byEmail: 20, byOpportunity: 0, reads: 0, invitations: 20 });
	});

	it('takes one more where no tag tells', async () => {
		play();
		expect(await atOnce(twenty)).toEqual(twenty.map(() => 'invited'));
		expect(harver.asked).toEqual({ byEmail: 20, byOpportunity: 20, reads: 0, invitations: 20 });
	});
});

describe('a candidate who was invited before', () => {
	const application = { id: 'earlier', email: 'mistyped@example.org', opportunityId: 'o-0' };

	it.each([
		[
			'the e-mail address',
			{ ...application, email: '0@example.org', opportunityId: '' },
			[],
			tagOption,
		],
		['the opportunity with the tag', application, ['harver:  invited'], tagOption],
		['the opportunity, without a tag to go by', application, [], {}],
		['the opportunity, when the item has no tags', application, null, tagOption],
	])('is found by %s', async (_what, known, tags, options) => {
		play();
		harver.applications.push(known);
		expect(await invite([{ ...ada, tags }], options)).toMatchObject([
			{ outcome: 'alreadyInvited', applicationId: 'earlier' },
		]);
		expect(harver.invitations).toEqual([]);
	});

	it('is found by the name that the host takes for the parameter, which is remembered', async () => {
		harver.search = 'camelCase';
		harver.applications.push(application, { ...application, id: 'other', opportunityId: 'o-1' });
		const host = 'https://harver.example.com';
		play(host);
		const client = { environment: 'custom', baseUrl: host };
		expect(await outcomes([ada, bob], {}, client)).toEqual(['alreadyInvited', 'alreadyInvited']);
		expect(harver.asked).toMatchObject({ byEmail: 2, byOpportunity: 3 });
	});

	it.each([true, false])(
		'is known by the e-mail address where parameters are not shown (everybody is returned: %s)',
		async (everybody) => {
			play();
			harver.showsParameters = false;
			if (everybody) harver.search = 'everybody';
			harver.applications.push({ ...application, email: '0@EXAMPLE.org' });
			expect(await outcomes([{ ...ada, emails: ['0@Example.org'] }])).toEqual(['alreadyInvited']);
		},
	);
});

describe('a hit of a search is a claim', () => {
	const strangers = (count: number): Application[] =>
		Array.from({ length: count }, (_, number) => ({
			id: `stranger-${number.toString()}`,
			email: `stranger-${number.toString()}@example.org`,
			opportunityId: `stranger-${number.toString()}`,
		}));

	it('that is not taken for the candidate when Harver ignores the filter', async () => {
		play();
		harver.search = 'everybody';
		harver.applications.push(...strangers(9));
		expect(await outcomes([ada])).toEqual(['invited']);
		harver.applications.push({ id: 'bobs', email: '1@example.org', opportunityId: 'o-1' });
		expect(await invite([bob])).toMatchObject([
			{ outcome: 'alreadyInvited', applicationId: 'bobs' },
		]);
	});

	it('that is an error when there are more than one person can have', async () => {
		play();
		harver.search = 'everybody';
		harver.applications.push(...strangers(300));
		await expect(invite([ada])).rejects.toMatchObject({
			message: "Harver's search returned 300 applications, most of them for other candidates",
			description: expect.stringContaining('seems to ignore') as string,
		});
		expect(harver.asked).toMatchObject({ reads: 11, invitations: 0 });
	});

	it('that counts for nothing when Harver no longer shows the application', async () => {
		play();
		harver.applications.push({
			id: 'gone',
			email: '0@example.org',
			opportunityId: 'o-0',
			isGone: true,
		});
		expect(await outcomes([ada])).toEqual(['invited']);
	});

	it('that is compared after an invitation whose answer was lost', async () => {
		play();
		harver.search = 'everybody';
		harver.applications.push(...strangers(2));
		harver.answers.push({ status: 502 });
		expect(await invite([ada])).toMatchObject([
			{ outcome: 'invited', applicationId: idFor('0@example.org') },
		]);
		expect(harver.invitations).toEqual(['0@example.org']);
	});
});

describe('an answer to a search that is no list of applications', () => {
	it.each([
		['an object without an ID', { status: 'ok' }, 'sent no usable response'],
		['applications without an ID', { data: [{ applicationId: 'a' }] }, 'without an ID'],
	])('is an error, not "nobody was invited": %s', async (_what, answer, message) => {
		play();
		harver.searchAnswer = answer;
		await expect(invite([ada], tagOption, { maxRetryTime: 0 })).rejects.toMatchObject({
			message: expect.stringContaining(message) as string,
		});
		expect(harver.invitations).toEqual([]);
	});
});

describe('what was just sent', () => {
	it('is not sent again for the magic link of another opportunity', async () => {
		play();
		const twin = person(1, { emails: ['0@example.org'] });
		expect(await outcomes([ada, twin], { returnMagicLink: true })).toEqual([
			'invited',
			'alreadyInvited',
		]);
		expect(harver.invitations).toHaveLength(1);
	});

	it('is not searched for again; Harver is asked for the state of the application', async () => {
		play();
		await invite([ada]);
		expect(
			await outcomes([ada, person(0, { emails: ['corrected@example.org'] })], tagOption),
		).toEqual(['alreadyInvited', 'alreadyInvited']);
		expect(harver.asked).toEqual({ byEmail: 1, byOpportunity: 1, reads: 2, invitations: 1 });
	});

	it('is sent once when one event comes twice, with Re-Invite too', async () => {
		play();
		const options = { ...tagOption, reInvite: true };
		expect((await atOnce([ada, ada], options)).sort()).toEqual(['alreadyInvited', 'invited']);
		wait(9 * MINUTE);
		expect(await outcomes([ada], options)).toEqual(['alreadyInvited']);
		wait(2 * MINUTE);
		expect(await outcomes([ada], options)).toEqual(['invited']);
		expect(harver.invitations).toHaveLength(2);
	});

	it('is sent again with Re-Invite to a corrected address', async () => {
		play();
		await invite([ada], { reInvite: true });
		const corrected = person(0, { emails: ['corrected@example.org'] });
		expect(await outcomes([corrected], { ...tagOption, reInvite: true })).toEqual(['invited']);
		expect(harver.invitations).toEqual(['0@example.org', 'corrected@example.org']);
	});

	it('is sent again when Harver no longer has the application, but not at once', async () => {
		play();
		await invite([ada]);
		harver.applications = [];
		expect(await outcomes([ada])).toEqual(['alreadyInvited']);
		wait(MINUTE);
		expect(await outcomes([ada])).toEqual(['invited']);
	});

	it('is remembered for ten minutes, whatever happens to the clock on the wall', async () => {
		play();
		await invite([ada]);
		const now = Date.now.bind(Date);
		jest.spyOn(Date, 'now').mockImplementation(() => now() - 24 * 60 * MINUTE);
		wait(11 * MINUTE);
		expect(await outcomes([ada], tagOption)).toEqual(['alreadyInvited']);
		expect(harver.asked).toMatchObject({ byEmail: 2 });
	});

	it('is not taken for somebody else who had the address by mistake', async () => {
		play();
		harver.applications.push({ id: 'adas', email: '0@example.org', opportunityId: 'o-0' });
		expect(await outcomes([person(1, { emails: ['0@example.org'] }), bob])).toEqual([
			'alreadyInvited',
			'invited',
		]);
	});

	it.each<[string, Client]>([
		['another client', { clientId: 'client-2' }],
		['another account', { accountId: 'account-2' }],
		['another host', { environment: 'test' }],
	])('is not known to %s', async (_what, client) => {
		play();
		play('https://api.harver-test.com');
		await invite([ada]);
		harver.applications = [];
		expect(await outcomes([ada], {}, client)).toEqual(['invited']);
		expect(harver.asked).toMatchObject({ byEmail: 2, reads: 0 });
	});

	it('is recognized whatever the case of the address', async () => {
		play();
		expect(await atOnce([ada, person(1, { emails: ['0@EXAMPLE.ORG'] })])).toEqual(
			expect.arrayContaining(['invited', 'alreadyInvited']),
		);
		expect(harver.invitations).toHaveLength(1);
	});
});

describe('an invitation that was not sent', () => {
	it('is not taken for sent by the next run', async () => {
		play();
		harver.applications.push({ id: 'earlier', email: '0@example.org', opportunityId: 'o-0' });
		harver.answers.push({ status: 429 });
		const client = { clientId: 'client-429', maxRetryTime: 0 };
		await expect(invite([ada], { reInvite: true }, client)).rejects.toMatchObject({
			message: expect.stringContaining('rate limit was reached') as string,
		});
		expect(await outcomes([ada], { reInvite: true }, client)).toEqual(['invited']);
	});
});

describe('an invitation whose answer was lost', () => {
	it('is found when the next attempt is rejected because of it', async () => {
		play();
		harver.answers.push({ status: 504 }, { status: 409, takesEffect: true });
		expect(await outcomes([ada], tagOption)).toEqual(['invited']);
		expect(harver.invitations).toHaveLength(1);
	});

	it('is an error, not a refusal, when the next attempt is rejected and nothing is found', async () => {
		play();
		harver.answers.push({ status: 504 }, { status: 409 });
		await expect(invite([ada], tagOption)).rejects.toMatchObject({
			description: expect.stringContaining('The change may have been made anyway') as string,
		});
	});

	const failed = { message: expect.stringContaining('could not invite') as string };
	const lost = { status: 502, breaksSearch: true };
	const corrected = person(0, { emails: ['corrected@example.org'] });

	it.each([
		['was sent', true, 'alreadyInvited', 1],
		['was not sent', false, 'invited', 1],
	])('is looked for by the next event, if it %s', async (_what, takesEffect, outcome, sent) => {
		play();
		harver.answers.push({ ...lost, takesEffect });
		await expect(invite([ada], tagOption)).rejects.toMatchObject(failed);
		harver.isSearchBroken = false;
		expect(await outcomes([ada], { ...tagOption, reInvite: true })).toEqual([outcome]);
		expect(harver.invitations).toHaveLength(sent);
	});

	it('is looked for by the opportunity too, whatever its tags say', async () => {
		play();
		harver.answers.push({ ...lost, takesEffect: true });
		await expect(invite([ada], tagOption)).rejects.toMatchObject(failed);
		harver.isSearchBroken = false;
		expect(await outcomes([corrected], tagOption)).toEqual(['alreadyInvited']);
		expect(harver.asked).toMatchObject({ byOpportunity: 1 });
	});

	it('is sent again for its magic link, which is nowhere else', async () => {
		play();
		const options = { returnMagicLink: true };
		harver.answers.push({ status: 502, takesEffect: true });
		expect(await invite([ada], options)).toMatchObject([
			{ outcome: 'invited', magicLink: 'https://journey.example.org/2' },
		]);
		expect(await invite([ada], options)).toMatchObject([
			{ outcome: 'invited', magicLink: 'https://journey.example.org/3' },
		]);
	});

	it('fails when it was to invite somebody again: nothing tells whether it was sent', async () => {
		play();
		harver.applications.push({ id: 'earlier', email: '0@example.org', opportunityId: 'o-0' });
		harver.answers.push({ status: 502, takesEffect: true });
		await expect(invite([ada], { reInvite: true })).rejects.toMatchObject(failed);
		expect(await outcomes([ada], { reInvite: true })).toEqual(['alreadyInvited']);
		expect(harver.invitations).toHaveLength(1);
	});

	it('is looked for when it was to invite somebody again at a corrected address', async () => {
		play();
		harver.applications.push({ id: 'earlier', email: '0@example.org', opportunityId: 'o-0' });
		harver.answers.push({ status: 502, takesEffect: true });
		expect(await invite([corrected], { reInvite: true })).toMatchObject([
			{ outcome: 'invited', applicationId: idFor('corrected@example.org') },
		]);
		expect(harver.invitations).toEqual(['corrected@example.org']);
	});
});

describe('an invitation that is accepted without an application ID', () => {
	it.each<[string, number, unknown]>([
		['{}', 201, {}],
		['no data', 201, { data: null }],
		['empty data', 201, { data: {} }],
		['an empty ID', 201, { data: { applicationId: '', currentStatus: 'in-progress' } }],
		['an empty body', 201, undefined],
		['204', 204, undefined],
		['only a magic link', 201, { data: { magicLink: 'https://journey.example.org/1' } }],
	])('is looked up: %s', async (_what, status, body) => {
		play();
		harver.answers.push({ status, body, takesEffect: true });
		expect(await invite([ada])).toMatchObject([
			{ outcome: 'invited', applicationId: idFor('0@example.org') },
		]);
		expect(harver.invitations).toEqual(['0@example.org']);
	});

	it('is sent again or fails when it cannot be found, and is never a result without an ID', async () => {
		play();
		harver.answers.push({ status: 201, body: { data: {} } });
		const [first = {}] = await invite([ada]).catch((error: unknown) => [error as IDataObject]);
		const isSent = 'outcome' in first;
		expect(first).toMatchObject(
			isSent
				? { outcome: 'invited', applicationId: idFor('0@example.org') }
				: { message: expect.stringContaining('has no application') as string },
		);
		expect(await outcomes([ada])).toEqual([isSent ? 'alreadyInvited' : 'invited']);
		expect(harver.invitations).toEqual(['0@example.org']);
	});
});

describe('a phone number that Harver refuses', () => {
	it('is left out, and the candidate is invited', async () => {
		play();
		expect(await outcomes([{ ...ada, phones: [{ value: '+1 555 010 0000' }] }])).toEqual([
			'invited',
		]);
		expect(harver.asked).toMatchObject({ invitations: 2 });
		expect(harver.invitations).toEqual(['0@example.org']);
	});
});
