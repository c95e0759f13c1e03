import nock from 'nock';
import type { IDataObject, INodeParameters } from 'n8n-workflow';

import {
	APPLICATION,
	VACANCY,
	byId,
	expectsExactlyThis,
	grantsToken,
	harver,
	harverWith,
	run,
} from '../wire';
import type { NodeResult } from '../../runNode';

expectsExactlyThis();

const OPPORTUNITY = {
	id: 'opportunity-1',
	name: 'Ada Example',
	contact: 'contact-1',
	emails: ['ada@example.org'],
	phones: [{ value: '+31 6 1234 5678' }],
	tags: ['Harver Vacancy: Sales'],
	archived: null,
	isAnonymized: false,
	applications: [{ id: 'application-1', posting: 'posting-1' }],
};
const LEVER_IDS = {
	candidate_id: 'opportunity-1',
	lever_opportunity_id: 'opportunity-1',
	lever_contact_id: 'contact-1',
	lever_application_id: 'application-1',
	lever_posting_id: 'posting-1',
};
const ADA = {
	emailAddress: 'ada@example.org',
	firstName: 'Ada',
	lastName: 'Example',
	phoneNumber: '+31612345678',
};
const ADA_WITHOUT_PHONE = {
	emailAddress: ADA.emailAddress,
	firstName: ADA.firstName,
	lastName: ADA.lastName,
};
const SUPPORT = '5f0c1d2e3a4b5c6d7e8f9a02';
const MAGIC_LINK = 'https://journey.example.org/login?key=1';

let accounts = 0;
/** Open vacancies are remembered by account for two minutes, so every test has its own account. */
let account: string;
beforeEach(() => {
	account = `account-${(accounts++).toString()}`;
});
afterEach(() => {
	jest.restoreAllMocks();
});

async function invite(
	item: IDataObject | IDataObject[],
	parameters: INodeParameters = {},
	continueOnFail = false,
): Promise<NodeResult> {
	const items = [item].flat().map((json) => ({ json }));
	return await run(
		{
			resource: 'application',
			operation: 'invite',
			vacancySource: 'tags',
			tagPattern: 'Harver Vacancy: *',
			...parameters,
		},
		{ items, accountId: account, continueOnFail },
	);
}

const listsVacancies = (api: nock.Scope, status: string, ...vacancies: [string, string][]) =>
	api
		.get(`/accounts/${account}/vacancies`)
		.query({ 'filter[status]': status, 'filter[skip_aggregation]': 'true' })
		.reply(200, {
			data: vacancies.map(([id, name]) => ({ type: 'vacancies', id, attributes: { name } })),
		});
const looksByEmail = (
	api: nock.Scope,
	found: object[] = [],
	vacancy = VACANCY,
	email = 'ada@example.org',
) =>
	api
		.get('/applications')
		.query({
			accountId: account,
			'filter[applicationMeta][vacancy]': vacancy,
			'filter[applicationMeta][email]': email,
		})
		.reply(200, { data: found });
const looksByOpportunity = (
	api: nock.Scope,
	found: object[] = [],
	status = 200,
	name = 'candidate_id',
) =>
	api
		.get('/applications')
		.query({ accountId: account, [`filter[atsParameters][${name}]`]: 'opportunity-1' })
		.reply(status, { data: found });
/** Harver shows an application of Ada's, with what it carries when that is asked for. */
const reads = (
	api: nock.Scope,
	attributes: object,
	{
		email = 'ada@example.org',
		vacancy = VACANCY,
		ats,
	}: { email?: string; vacancy?: string; ats?: object } = {},
) =>
	api
		.get(`/applications/${APPLICATION}`)
		.query(ats ? { include: 'ats' } : {})
		.reply(200, {
			data: {
				id: APPLICATION,
				attributes,
				relationships: {
					candidate: { data: { type: 'candidates', id: 'c', email } },
					vacancy: { data: { type: 'vacancies', id: vacancy } },
				},
			},
			included: ats ? [{ type: 'ats-parameters', id: APPLICATION, attributes: ats }] : [],
		});
/** Time passes for the node. */
function wait(milliseconds: number): void {
	for (const clock of [Date, performance]) {
		const now = clock.now.bind(clock);
		jest.spyOn(clock, 'now').mockImplementation(() => now() + milliseconds);
	}
}
const posts = (
	api: nock.Scope,
	{
		vacancy = VACANCY,
		candidate = ADA,
		parameters = LEVER_IDS,
	}: { vacancy?: string; candidate?: object; parameters?: object } = {},
) =>
	api.post(`/vacancies/${vacancy}/applications`, {
		data: {
			type: 'applications',
			attributes: parameters,
			relationships: { candidate: { data: { type: 'candidates', attributes: candidate } } },
		},
	} as nock.DataMatcherMap);
const invited = {
	data: { magicLink: MAGIC_LINK, applicationId: APPLICATION, currentStatus: 'in-progress' },
};

describe('Application > Invite: a candidate without an application', () => {
	it('is invited to the vacancy of the tag, with the Lever IDs, and without the magic link in the item', async () => {
		const api = harver();
		listsVacancies(api, 'open', [VACANCY, 'Sales'], [SUPPORT, 'Support']);
		looksByEmail(api);
		looksByOpportunity(api);
		posts(api).reply(201, invited);
		const { outputs } = await invite(OPPORTUNITY);
		expect(outputs).toMatchObject([
			[
				{
					json: {
						outcome: 'invited',
						explanation: 'Invited to the Harver assessment "Sales".',
						vacancy: { id: VACANCY, name: 'Sales' },
						applicationId: APPLICATION,
						opportunityId: 'opportunity-1',
					},
					pairedItem: { item: 0 },
				},
			],
			[],
		]);
		expect(JSON.stringify(outputs)).not.toContain(MAGIC_LINK);
	});

	it('is invited with what the options say, and the magic link when asked for', async () => {
		const api = harver();
		listsVacancies(api, 'open', [VACANCY, 'Sales']);
		looksByEmail(api, [], VACANCY, 'new@example.org');
		looksByOpportunity(api);
		posts(api, {
			candidate: {
				emailAddress: 'new@example.org',
				firstName: 'A.',
				lastName: 'E.',
				phoneNumber: '+31687654321',
				language: 'nl-NL',
			},
			parameters: { team: 'North', return_url: 'https://example.org/thanks', ...LEVER_IDS },
		}).reply(201, invited);
		const options = {
			email: 'new@example.org',
			firstName: 'A.',
			lastName: 'E.',
			phone: '+31687654321',
			language: 'nl',
			returnUrl: 'https://example.org/thanks',
			returnMagicLink: true,
			parameters: { rows: [{ name: 'team', value: 'North' }] },
		};
		expect((await invite(OPPORTUNITY, { options })).json).toMatchObject([
			{ outcome: 'invited', magicLink: MAGIC_LINK },
		]);
	});

	it('is invited to a vacancy chosen by its ID', async () => {
		const api = harver();
		listsVacancies(api, 'open', [VACANCY, 'Sales']);
		looksByEmail(api);
		looksByOpportunity(api);
		posts(api).reply(201, invited);
		expect(
			(
				await invite(
					{ ...OPPORTUNITY, tags: [] },
					{ vacancySource: 'chosen', vacancyId: byId(VACANCY) },
				)
			).json,
		).toMatchObject([{ outcome: 'invited' }]);
	});

	it('is invited by the tag table, by the posting, or to the default vacancy', async () => {
		const api = harver();
		listsVacancies(api, 'open', [VACANCY, 'Sales']);
		looksByEmail(api);
		looksByOpportunity(api);
		posts(api).reply(201, invited);
		for (let times = 0; times < 2; times++) reads(api, { status: 'in-progress' });
		const items = [
			{ ...OPPORTUNITY, tags: ['warehouse'] },
			{ ...OPPORTUNITY, tags: [], posting: { tags: ['harver vacancy: SALES'] } },
			{ ...OPPORTUNITY, tags: ['Berlin'] },
		];
		const { outputs } = await invite(items, {
			tagTable: { rows: [{ tag: 'Warehouse', vacancy: 'Sales' }] },
			options: { defaultVacancy: VACANCY },
		});
		const sales = { id: VACANCY, name: 'Sales' };
		expect(outputs[0]).toMatchObject([
			{ json: { outcome: 'invited', vacancy: sales }, pairedItem: { item: 0 } },
			{ json: { outcome: 'alreadyInvited', vacancy: sales }, pairedItem: { item: 1 } },
			{ json: { outcome: 'alreadyInvited', vacancy: sales }, pairedItem: { item: 2 } },
		]);
	});

	it('is invited once for each vacancy tag; earlier applications are searched for once', async () => {
		const api = harver();
		listsVacancies(api, 'open', [VACANCY, 'Sales'], [SUPPORT, 'Support']);
		looksByEmail(api);
		looksByOpportunity(api);
		posts(api).reply(201, invited);
		looksByEmail(api, [], SUPPORT);
		posts(api, { vacancy: SUPPORT }).reply(201, {
			data: { ...invited.data, applicationId: 'second' },
		});
		const { json } = await invite({
			...OPPORTUNITY,
			tags: ['Harver Vacancy: Sales', `Harver Vacancy: ${SUPPORT}`, `Harver Vacancy: ${VACANCY}`],
		});
		expect(json.map(({ outcome, applicationId }) => [outcome, applicationId])).toEqual([
			['invited', APPLICATION],
			['invited', 'second'],
		]);
	});

	it('is found, not invited twice, when Harver fails after it has invited them', async () => {
		const api = harver();
		listsVacancies(api, 'open', [VACANCY, 'Sales']);
		looksByEmail(api);
		looksByOpportunity(api);
		posts(api).reply(502);
		looksByEmail(api, [{ id: APPLICATION, vacancyId: VACANCY }]);
		reads(api, { status: 'in-progress' });
		expect((await invite(OPPORTUNITY)).json).toMatchObject([
			{ outcome: 'invited', applicationId: APPLICATION },
		]);
	});

	it('still gets the magic link when Harver fails at first: the invitation cannot be sent without it', async () => {
		const api = harver();
		listsVacancies(api, 'open', [VACANCY, 'Sales']);
		looksByEmail(api);
		looksByOpportunity(api);
		posts(api).reply(502);
		posts(api).reply(201, invited);
		expect((await invite(OPPORTUNITY, { options: { returnMagicLink: true } })).json).toMatchObject([
			{ outcome: 'invited', magicLink: MAGIC_LINK },
		]);
	});

	it('gets the magic link again when the same execution retries the node because a later item failed', async () => {
		const api = harver();
		listsVacancies(api, 'open', [VACANCY, 'Sales']);
		looksByEmail(api);
		looksByOpportunity(api);
		reads(api, { status: 'in-progress' });
		for (let times = 0; times < 2; times++) posts(api).reply(201, invited);
		const { json } = await invite([OPPORTUNITY, OPPORTUNITY], {
			options: { returnMagicLink: true },
		});
		expect(json).toMatchObject([{ magicLink: MAGIC_LINK }, { magicLink: MAGIC_LINK }]);
	});

	it('is invited even if Harver cannot search by this ATS parameter', async () => {
		const api = harver();
		listsVacancies(api, 'open', [VACANCY, 'Sales']);
		looksByEmail(api);
		looksByOpportunity(api, [], 400);
		looksByOpportunity(api, [], 400, 'candidateId');
		posts(api).reply(201, invited);
		expect((await invite(OPPORTUNITY)).json).toMatchObject([{ outcome: 'invited' }]);
	});
});

describe('Application > Invite: a candidate with an application', () => {
	const found = [{ type: 'applications', id: APPLICATION, vacancyId: VACANCY }];

	it.each([
		['has not finished', { status: 'in-progress' }, 'alreadyInvited'],
		['has finished', { status: 'new' }, 'alreadyCompleted'],
		[
			'has finished and been hired',
			{ status: 'hired', completedAt: 1_760_003_600 },
			'alreadyCompleted',
		],
		['was rejected before the end', { status: 'rejected' }, 'alreadyInvited'],
	])('who %s is not invited again', async (_what, attributes, outcome) => {
		const api = harver();
		listsVacancies(api, 'open', [VACANCY, 'Sales']);
		looksByEmail(api, found);
		reads(api, attributes);
		expect((await invite(OPPORTUNITY)).json).toMatchObject([
			{ outcome, applicationId: APPLICATION },
		]);
	});

	it('is not invited again but reported as an error when Harver does not show whose application it is', async () => {
		const api = harver();
		listsVacancies(api, 'open', [VACANCY, 'Sales']);
		looksByEmail(api, found);
		api.get(`/applications/${APPLICATION}`).reply(200, { data: { id: APPLICATION } });
		expect((await invite(OPPORTUNITY)).error?.message).toBe(
			`Harver's search returned the application ${APPLICATION}, but does not show whose it is`,
		);
	});

	it('is recognized by the opportunity after the e-mail address was corrected', async () => {
		const api = harver();
		listsVacancies(api, 'open', [VACANCY, 'Sales']);
		looksByEmail(api);
		looksByOpportunity(api, [{ id: 'of another vacancy', vacancyId: SUPPORT }, ...found]);
		reads(api, { status: 'in-progress' }, { email: 'mistyped@example.org', ats: LEVER_IDS });
		expect((await invite(OPPORTUNITY)).json).toMatchObject([
			{ outcome: 'alreadyInvited', applicationId: APPLICATION },
		]);
	});

	it('is invited again with Re-Invite, unless they have completed the assessment or were rejected', async () => {
		const api = harver();
		listsVacancies(api, 'open', [VACANCY, 'Sales']);
		looksByEmail(api, found);
		for (const status of ['in-progress', 'new', 'rejected']) reads(api, { status });
		posts(api).reply(201, invited);
		const { json } = await invite([OPPORTUNITY, OPPORTUNITY, OPPORTUNITY], {
			options: { reInvite: true },
		});
		expect(json.map(({ outcome }) => outcome)).toEqual([
			'invited',
			'alreadyCompleted',
			'alreadyInvited',
		]);
	});

	it('has completed it when only the response to the invitation says so', async () => {
		const api = harver();
		listsVacancies(api, 'open', [VACANCY, 'Sales']);
		looksByEmail(api);
		looksByOpportunity(api);
		posts(api).reply(201, { data: { ...invited.data, currentStatus: 'new' } });
		expect((await invite(OPPORTUNITY)).json).toMatchObject([{ outcome: 'alreadyCompleted' }]);
	});
});

describe('Application > Invite: two executions at the same instant', () => {
	it.each([
		[
			'of one opportunity whose e-mail address is being corrected',
			{ emails: ['corrected@example.org'] },
		],
		['of two opportunities of one person', { id: 'opportunity-2' }],
	])('%s end in one invitation', async (_what, changes) => {
		const sent: { email: string; opportunityId: string }[] = [];
		const found = (matches: (invitation: (typeof sent)[number]) => boolean) => ({
			data: sent.some(matches) ? [{ id: APPLICATION, vacancyId: VACANCY }] : [],
		});
		const api = harver().persist();
		harver();
		api
			.get(`/accounts/${account}/vacancies`)
			.query(true)
			.reply(200, { data: [{ id: VACANCY, attributes: { name: 'Sales' } }] });
		api
			.get('/applications')
			.query(true)
			.reply(200, (uri) => {
				const asked = new URL(uri, 'https://api.harver.com').searchParams;
				return found(
					({ email, opportunityId }) =>
						email === asked.get('filter[applicationMeta][email]') ||
						opportunityId === asked.get('filter[atsParameters][candidate_id]'),
				);
			});
		reads(api, { status: 'in-progress' });
		api
			.post(`/vacancies/${VACANCY}/applications`)
			.delay(50)
			.reply(201, (_uri, body) => {
				const { attributes, relationships } = (
					body as {
						data: {
							attributes: IDataObject;
							relationships: { candidate: { data: { attributes: IDataObject } } };
						};
					}
				).data;
				sent.push({
					email: relationships.candidate.data.attributes.emailAddress as string,
					opportunityId: attributes.candidate_id as string,
				});
				return invited;
			});
		const both = await Promise.all([invite(OPPORTUNITY), invite({ ...OPPORTUNITY, ...changes })]);
		expect(both.map(({ json }) => json[0]?.outcome).sort()).toEqual(['alreadyInvited', 'invited']);
		expect(sent).toHaveLength(1);
	});
});

describe('Application > Invite: a candidate who cannot be invited leaves through the second output', () => {
	it.each([
		['archived', { archived: { archivedAt: 1, reason: 'r' } }],
		['anonymized', { isAnonymized: true }],
		['noEmail', { emails: ['nonsense'] }],
		['noName', { name: '' }],
		['noVacancyTag', { tags: ['Berlin'] }],
	])('%s, without a request to Harver', async (reason, changes) => {
		const { outputs } = await invite({ ...OPPORTUNITY, ...changes });
		expect(outputs).toMatchObject([
			[],
			[
				{
					json: {
						outcome: 'notInvited',
						reason,
						applicationId: null,
						opportunityId: 'opportunity-1',
					},
					pairedItem: { item: 0 },
				},
			],
		]);
	});

	it.each([
		['vacancyClosed', 'closed'],
		['vacancyDraft', 'draft'],
		['vacancyNotFound', 'no list'],
	])('%s', async (reason, where) => {
		const api = harver();
		listsVacancies(api, 'open', [SUPPORT, 'Support']);
		for (const status of ['closed', 'draft'])
			listsVacancies(
				api,
				status,
				...(where === status ? [[VACANCY, 'sales'] as [string, string]] : []),
			);
		expect((await invite(OPPORTUNITY)).outputs[1]).toMatchObject([
			{ json: { outcome: 'notInvited', reason } },
		]);
	});

	it('several open vacancies with one name: never a guess', async () => {
		listsVacancies(harver(), 'open', [VACANCY, 'Sales'], [SUPPORT, 'Sales']);
		expect((await invite(OPPORTUNITY)).outputs[1]).toMatchObject([
			{ json: { reason: 'vacancyAmbiguous', vacancy: null } },
		]);
	});

	it('a vacancy that says it is closed, in a list of open ones', async () => {
		const api = harver();
		api
			.get(`/accounts/${account}/vacancies`)
			.query(true)
			.reply(200, { data: [{ id: VACANCY, attributes: { name: 'Sales', status: 'closed' } }] });
		listsVacancies(api, 'closed', [VACANCY, 'Sales']);
		listsVacancies(api, 'draft');
		expect((await invite(OPPORTUNITY)).outputs[1]).toMatchObject([
			{ json: { reason: 'vacancyClosed' } },
		]);
	});

	it('refused by Harver, in its own words, without personal data or links', async () => {
		const api = harver();
		listsVacancies(api, 'open', [VACANCY, 'Sales']);
		looksByEmail(api);
		looksByOpportunity(api);
		posts(api, { candidate: ADA_WITHOUT_PHONE }).reply(400, {
			errors: [
				{
					id: 'ValidationError',
					status: 400,
					title: 'Re-apply is off',
					detail: `Ada (ada@example.org) has ${MAGIC_LINK}`,
				},
			],
		});
		const { outputs } = await invite({ ...OPPORTUNITY, phones: [] });
		expect(outputs[1]).toMatchObject([
			{
				json: {
					outcome: 'notInvited',
					reason: 'refusedByHarver',
					explanation:
						'Harver refused the invitation: Re-apply is off: [name] ([email]) has [link]',
					vacancy: { id: VACANCY },
				},
			},
		]);
	});
});

describe('Application > Invite: several executions that wait for one list', () => {
	it('each name their own opportunity when the list cannot be read', async () => {
		const api = harver();
		for (let times = 0; times < 2; times++)
			api
				.get(`/accounts/${account}/vacancies`)
				.query(true)
				.delay(1000)
				.reply(
					403,
					{ statusCode: 403, message: 'Forbidden' },
					{ 'X-Correlation-Id': `correlation-${times.toString()}` },
				);
		grantsToken();
		const ended = await Promise.all(
			['o-1', 'o-2', 'o-3'].map(async (id) => await invite({ ...OPPORTUNITY, id, stage: 's-1' })),
		);
		const descriptions = ended.map(({ error }) => error?.description ?? '');
		expect(descriptions.map((text) => text.match(/o-\d/gu))).toEqual([['o-1'], ['o-2'], ['o-3']]);
		expect(descriptions.every((text) => /correlation-[01]/u.test(text))).toBe(true);
	});
});

describe('Application > Invite: open vacancies', () => {
	it('are not read again within two minutes', async () => {
		const api = harver();
		listsVacancies(api, 'open', [VACANCY, 'Sales']);
		for (const email of ['ada@example.org', 'bob@example.org']) {
			looksByEmail(api, [{ id: APPLICATION, vacancyId: VACANCY }], VACANCY, email);
			reads(api, { status: 'new' }, { email });
		}
		const { json } = await invite([
			OPPORTUNITY,
			{ ...OPPORTUNITY, id: 'opportunity-2', emails: ['bob@example.org'] },
		]);
		expect(json.map(({ vacancy }) => (vacancy as IDataObject).name)).toEqual(['Sales', 'Sales']);
	});

	it('are read again when a tag names one that is not among them, once for many candidates', async () => {
		listsVacancies(harver(), 'open', [VACANCY, 'Sales']);
		for (const status of ['closed', 'draft']) listsVacancies(harverWith('token-1'), status);
		const candidate = { ...OPPORTUNITY, tags: ['Harver Vacancy: Just Opened'] };
		expect((await invite([candidate, candidate, candidate])).outputs[1]).toMatchObject(
			Array.from({ length: 3 }, () => ({ json: { reason: 'vacancyNotFound' } })),
		);
		wait(5000);
		const api = harver();
		listsVacancies(api, 'open', [VACANCY, 'Sales'], [SUPPORT, 'Just Opened']);
		looksByEmail(api, [{ id: APPLICATION, vacancyId: SUPPORT }], SUPPORT);
		reads(api, { status: 'new' }, { vacancy: SUPPORT });
		expect((await invite(candidate)).json).toMatchObject([
			{ outcome: 'alreadyCompleted', vacancy: { name: 'Just Opened' } },
		]);
	});
});

describe('Application > Invite: a mistake in the workflow is an error', () => {
	it.each<[string, IDataObject, INodeParameters, RegExp]>([
		[
			'an item that is not an opportunity',
			{ opportunityId: 'o' },
			{},
			/^The item is not an opportunity$/u,
		],
		[
			'an ATS parameter with a space in its name',
			OPPORTUNITY,
			{ options: { parameters: { rows: [{ name: 'my team', value: 'x' }] } } },
			/"my team" has a name/u,
		],
		[
			'no vacancy where one is to be chosen',
			OPPORTUNITY,
			{ vacancySource: 'chosen', vacancyId: byId('={{ $json.vacancy }}') },
			/^No Harver vacancy was provided$/u,
		],
	])('%s', async (_what, item, parameters, message) => {
		expect((await invite(item, parameters)).error?.message).toMatch(message);
	});

	it('that leaves through the second output with "continue on fail", so that nobody is tagged as invited', async () => {
		const api = harver();
		listsVacancies(api, 'open', [VACANCY, 'Sales']);
		api
			.get('/applications')
			.query(true)
			.reply(
				403,
				{ statusCode: 403, message: 'Forbidden' },
				{ 'X-Correlation-Id': 'correlation-1' },
			);
		const { outputs } = await invite([{ opportunityId: 'o' }, OPPORTUNITY], {}, true);
		expect(outputs).toMatchObject([
			[],
			[
				{ json: { error: 'The item is not an opportunity' }, pairedItem: { item: 0 } },
				{
					json: {
						error: `Harver refused to look for the candidate's application in the vacancy ${VACANCY}: Forbidden`,
					},
					pairedItem: { item: 1 },
				},
			],
		]);
		expect(outputs[1]?.[1]?.json.details).toMatchObject({
			description: expect.stringContaining('correlation-1') as string,
			httpCode: '403',
		});
	});
});
