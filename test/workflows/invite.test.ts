import type { WorkflowJson } from '../harness';
import { readShippedWorkflow } from './shippedWorkflows';
import {
	applicationId,
	endOfStory,
	given,
	OPPORTUNITY,
	POSTING,
	run,
	withSettings,
	type Services,
	type Story,
} from './services';
import {
	comment,
	invitationTo,
	invitedComment,
	performedAs,
	tagAdded,
	tagRemoved,
} from './services/writes';

const SUPPORT = 'Customer Support Agent';
const NOTES = `/opportunities/${OPPORTUNITY}/notes`;
const ADDED_TAGS = `/opportunities/${OPPORTUNITY}/addTags`;
/** How often n8n tries a failed node. */
const TRIES = 3;
const FLOWS: [string, WorkflowJson][] = [
	'1-invite-at-the-trigger-stage.json',
	'2-invite-everyone-who-applies.json',
].map((file) => [file, readShippedWorkflow(file)]);

let services: Services;

function inTheStory(story: Story = {}): Services {
	services = given(story);
	return services;
}

afterEach(() => {
	endOfStory(services);
});

describe.each(FLOWS)('%s', (_file, flow) => {
	it('invites the candidate to the vacancy of the tag, then adds a note and last a tag', async () => {
		const { written } = inTheStory();
		const result = await run(flow, services);
		expect(result.failure).toBeUndefined();
		expect(written).toEqual([
			invitationTo(SUPPORT),
			invitedComment(SUPPORT),
			tagAdded('Harver: Invited'),
		]);
	});

	it('sends three requests to Lever for an invitation: read, note, tag', async () => {
		const { asked } = inTheStory();
		await run(flow, services);
		expect(asked.filter((call) => call.startsWith('Lever'))).toEqual([
			`Lever GET /opportunities/${OPPORTUNITY}`,
			`Lever POST ${NOTES}`,
			`Lever POST ${ADDED_TAGS}`,
		]);
	});

	it('invites once for each of two vacancy tags', async () => {
		const { written } = inTheStory({
			opportunity: {
				tags: [`Harver Vacancy: ${SUPPORT}`, 'harver vacancy: team lead', 'Harver: Auto-invite'],
			},
			vacancies: { open: [SUPPORT, 'Team Lead'] },
		});
		const result = await run(flow, services);
		expect(result.failure).toBeUndefined();
		expect(written).toEqual([
			invitationTo(SUPPORT),
			invitationTo('Team Lead'),
			invitedComment(SUPPORT),
			invitedComment('Team Lead'),
			tagAdded('Harver: Invited'),
			tagAdded('Harver: Invited'),
		]);
	});

	it('reports the result for each of two vacancy tags', async () => {
		const { written } = inTheStory({
			opportunity: {
				tags: ['Harver Vacancy: Night Shift', `Harver Vacancy: ${SUPPORT}`, 'Harver: Auto-invite'],
			},
			vacancies: { closed: ['Night Shift'] },
		});
		const result = await run(flow, services);
		expect(result.failure).toBeUndefined();
		expect(written).toEqual([
			invitationTo(SUPPORT),
			invitedComment(SUPPORT),
			tagAdded('Harver: Invited'),
			tagAdded('Harver: Not invited'),
			comment('Not invited to Harver. The Harver vacancy "Night Shift" is closed.'),
		]);
	});

	it("uses the posting's vacancy tag if the opportunity has none", async () => {
		const { written, asked } = inTheStory({
			opportunity: { tags: ['Harver: Auto-invite'] },
			posting: { tags: [`Harver Vacancy: ${SUPPORT}`] },
		});
		await run(flow, services);
		expect(asked).toContain(`Lever GET /postings/${POSTING}`);
		expect(written).toEqual([
			invitationTo(SUPPORT),
			invitedComment(SUPPORT),
			tagAdded('Harver: Invited'),
		]);
	});

	it('writes on behalf of the user in the credential, or the one in the settings', async () => {
		const { written, credentials } = inTheStory();
		credentials.leverApi = { ...credentials.leverApi, performAs: 'user-of-the-credential' };
		await run(flow, services);
		await run(withSettings(flow, { performAs: 'user-of-the-settings' }), services);
		expect(written).toEqual([
			invitationTo(SUPPORT),
			performedAs('user-of-the-credential', invitedComment(SUPPORT)),
			performedAs('user-of-the-credential', tagAdded('Harver: Invited')),
			performedAs('user-of-the-settings', tagAdded('Harver: Invited')),
		]);
	});

	it('uses the tag texts from the settings', async () => {
		const { written } = inTheStory({
			opportunity: { tags: [`Assessment/${SUPPORT}`, 'Harver: Auto-invite'] },
		});
		await run(
			withSettings(flow, { vacancyTagPattern: 'Assessment/*', invitedTag: 'Assessment sent' }),
			services,
		);
		expect(written).toEqual([
			invitationTo(SUPPORT),
			invitedComment(SUPPORT),
			tagAdded('Assessment sent'),
		]);
	});

	describe('tells the recruiter why a candidate is not invited', () => {
		const REASONS: { because: string; story: Story; explanation: string }[] = [
			{
				because: 'the profile has no e-mail address',
				story: { opportunity: { emails: [] } },
				explanation:
					'The profile has no valid email address. Add one, then move the candidate out of the stage and back.',
			},
			{
				because: 'no tag names a vacancy',
				story: { opportunity: { tags: ['Operations', 'Harver: Auto-invite'] } },
				explanation:
					'No tag on the candidate or the posting names a Harver vacancy. Add the vacancy tag to the posting or the candidate.',
			},
			{
				because: 'the vacancy is closed',
				story: { vacancies: { open: [], closed: [SUPPORT] } },
				explanation: `The Harver vacancy "${SUPPORT}" is closed.`,
			},
			{
				because: 'the vacancy is a draft',
				story: { vacancies: { open: [], draft: [SUPPORT] } },
				explanation: `The Harver vacancy "${SUPPORT}" is still a draft. Open it in Harver.`,
			},
			{
				because: 'no vacancy has the name',
				story: { vacancies: { open: ['Other'] } },
				explanation: `Harver has no vacancy "${SUPPORT}". Check the spelling of the vacancy tag.`,
			},
		];

		it.each(REASONS)('$because', async ({ story, explanation }) => {
			const { written } = inTheStory(story);
			const result = await run(flow, services);
			expect(result.failure).toBeUndefined();
			expect(written).toEqual([
				tagAdded('Harver: Not invited'),
				comment(`Not invited to Harver. ${explanation}`),
			]);
		});

		it('says it once, even if the candidate is moved again', async () => {
			const { written, lever } = inTheStory({ opportunity: { emails: [] } });
			await run(flow, services);
			await run(flow, services);
			expect(lever.comments).toHaveLength(1);
			expect(written).toHaveLength(3);
		});
	});

	describe('does not invite a candidate twice', () => {
		it('keeps an existing invitation, and adds the tag and note to the profile', async () => {
			const { written } = inTheStory({
				applications: [{ vacancy: SUPPORT, status: 'in-progress' }],
			});
			await run(flow, services);
			expect(written).toEqual([
				comment(
					`Already invited to the Harver assessment "${SUPPORT}". No second invitation was sent. (Harver application ${applicationId(SUPPORT)})`,
				),
				tagAdded('Harver: Invited'),
			]);
		});

		it('adds nothing to a profile that already shows the invitation', async () => {
			const { lever, harver } = inTheStory();
			await run(flow, services);
			const before = { tags: [...lever.opportunity.tags], comments: [...lever.comments] };
			const result = await run(flow, services);
			expect(result.jsonOf('Invite to Harver')).toMatchObject([{ outcome: 'alreadyInvited' }]);
			expect(result.jsonOf('Comment on the Invitation')).toMatchObject([{ created: false }]);
			expect({ tags: lever.opportunity.tags, comments: lever.comments }).toEqual(before);
			expect(harver.applications.size).toBe(1);
		});

		it('does not invite a candidate who has completed the assessment', async () => {
			const { written } = inTheStory({ applications: [{ vacancy: SUPPORT, status: 'new' }] });
			await run(flow, services);
			expect(written).toEqual([
				comment(
					`Already completed the Harver assessment "${SUPPORT}". (Harver application ${applicationId(SUPPORT)})`,
				),
				tagAdded('Harver: Invited'),
			]);
		});

		it('invites once when the same candidate is moved twice at the same moment', async () => {
			const { harver, asked, lever } = inTheStory();
			await Promise.all([run(flow, services), run(flow, services)]);
			expect(asked.filter((call) => call.startsWith('Harver POST /vacancies/'))).toHaveLength(1);
			expect(harver.applications.size).toBe(1);
			expect(lever.opportunity.tags.filter((tag) => tag === 'Harver: Invited')).toHaveLength(1);
		});
	});

	describe('does nothing for', () => {
		it.each([
			[
				'who is archived meanwhile',
				{ archived: { reason: 'a7c3', archivedAt: 1_760_000_000_000 } },
			],
			['who is anonymized meanwhile', { isAnonymized: true, emails: [], name: '' }],
		])('%s', async (_who, opportunity) => {
			const { asked, written } = inTheStory({ opportunity });
			const result = await run(flow, services);
			expect(result.status).toBe('success');
			expect(written).toEqual([]);
			expect(asked).toEqual([`Lever GET /opportunities/${OPPORTUNITY}`]);
		});
	});

	describe('recovers from', () => {
		it('one failure of Lever at every step', async () => {
			const failing = (call: string) => ({
				call,
				status: 500,
				body: { code: 'InternalError', message: 'Something went wrong' },
			});
			const { written } = inTheStory({
				leverFaults: [
					failing(`GET /opportunities/${OPPORTUNITY}`),
					failing(`POST ${ADDED_TAGS}`),
					failing(`POST ${NOTES}`),
				],
			});
			const result = await run(flow, services);
			expect(result.failure).toBeUndefined();
			expect(written).toEqual([
				invitationTo(SUPPORT),
				invitedComment(SUPPORT),
				tagAdded('Harver: Invited'),
			]);
		});

		it('an expired Harver access token', async () => {
			const { written, credentials, asked } = inTheStory();
			credentials.harverApi = { ...credentials.harverApi, accessToken: 'token-of-an-hour-ago' };
			const result = await run(flow, services);
			expect(result.failure).toBeUndefined();
			expect(written).toEqual([
				invitationTo(SUPPORT),
				invitedComment(SUPPORT),
				tagAdded('Harver: Invited'),
			]);
			expect(asked.filter((call) => call === 'Harver POST /oauth/token')).toHaveLength(1);
		});

		it('rate limits of both services', async () => {
			const { written } = inTheStory({
				leverFaults: [{ call: `POST ${ADDED_TAGS}`, status: 429, headers: { 'retry-after': '0' } }],
				harverFaults: [
					{ call: 'GET /applications', status: 429, headers: { 'ratelimit-reset': '0' } },
				],
			});
			const result = await run(flow, services);
			expect(result.failure).toBeUndefined();
			expect(written).toEqual([
				invitationTo(SUPPORT),
				invitedComment(SUPPORT),
				tagAdded('Harver: Invited'),
			]);
		});
	});

	describe('loses nothing when Lever rejects', () => {
		it('the note: the run fails with advice and adds no tag, and another run completes the profile', async () => {
			const { written, harver } = inTheStory({
				leverFaults: [
					{
						call: `POST ${NOTES}`,
						times: TRIES,
						status: 403,
						body: { code: 'Forbidden', message: 'No access to notes' },
					},
				],
			});
			const failed = await run(flow, services);
			expect(failed.status).toBe('error');
			expect(failed.failure).toMatchObject({
				node: 'Comment on the Invitation',
				message: `Lever refused to create a note on the opportunity ${OPPORTUNITY}: No access to notes`,
				description: expect.stringContaining(
					'Ask a Super Admin for a key with access to this endpoint',
				) as string,
			});
			expect(written).toEqual([invitationTo(SUPPORT)]);
			expect(harver.applications.size).toBe(1);

			const again = await run(flow, services);
			expect(again.status).toBe('success');
			expect(written.slice(1)).toEqual([
				comment(
					`Already invited to the Harver assessment "${SUPPORT}". No second invitation was sent. (Harver application ${applicationId(SUPPORT)})`,
				),
				tagAdded('Harver: Invited'),
			]);
			expect(harver.applications.size).toBe(1);
		});

		it('the key: no candidate is invited, and the error says what to do', async () => {
			const { written, credentials } = inTheStory();
			credentials.leverApi = { apiKey: 'a-key-that-was-revoked' };
			const { failure } = await run(flow, services);
			expect(failure).toMatchObject({
				node: 'Read the Opportunity',
				description: expect.stringContaining('Check the key and the environment') as string,
			});
			expect(written).toEqual([]);
		});
	});
});

it('removes the "Not invited" tag when the candidate is invited', async () => {
	for (const [, flow] of FLOWS) {
		const { written } = inTheStory({
			opportunity: {
				tags: ['Harver: Not invited', `Harver Vacancy: ${SUPPORT}`, 'Harver: Auto-invite'],
			},
		});
		const result = await run(flow, services);
		expect(result.failure).toBeUndefined();
		expect(written).toEqual([
			invitationTo(SUPPORT),
			invitedComment(SUPPORT),
			tagAdded('Harver: Invited'),
			tagRemoved('Harver: Not invited'),
		]);
		endOfStory(services);
	}
});
