import { readShippedWorkflow } from './shippedWorkflows';
import {
	endOfStory,
	given,
	OPPORTUNITY,
	run,
	withSettings,
	type Services,
	type Story,
} from './services';
import { invitationTo, invitedComment, tagAdded } from './services/writes';

const flow = readShippedWorkflow('2-invite-everyone-who-applies.json');
const SUPPORT = 'Customer Support Agent';
const invited = () => [invitationTo(SUPPORT), invitedComment(SUPPORT), tagAdded('Harver: Invited')];

let services: Services;

function inTheStory(story: Story): Services {
	services = given(story);
	return services;
}

afterEach(() => {
	endOfStory(services);
});

it('does not invite candidates who applied to a posting without the opt-in tag', async () => {
	const { asked, written } = inTheStory({ opportunity: { tags: [`Harver Vacancy: ${SUPPORT}`] } });
	const result = await run(flow, services);
	expect(result.status).toBe('success');
	expect(asked).toEqual([`Lever GET /opportunities/${OPPORTUNITY}`]);
	expect(written).toEqual([]);
});

it('invites candidates who inherited the opt-in tag, in upper or lower case', async () => {
	const { written } = inTheStory({
		opportunity: { tags: [`Harver Vacancy: ${SUPPORT}`, ' HARVER: AUTO-INVITE '] },
	});
	await run(flow, services);
	expect(written).toEqual(invited());
});

it('uses the opt-in tag of the posting if the candidate does not have it yet', async () => {
	const { written } = inTheStory({
		opportunity: { tags: [] },
		posting: { tags: [`Harver Vacancy: ${SUPPORT}`, 'Harver: Auto-invite'] },
	});
	await run(flow, services);
	expect(written).toEqual(invited());
});

it('invites everyone if the settings say so', async () => {
	const { written } = inTheStory({ opportunity: { tags: [`Harver Vacancy: ${SUPPORT}`] } });
	await run(withSettings(flow, { inviteEverybody: true }), services);
	expect(written).toEqual(invited());
});

it('invites candidates in any stage', async () => {
	const { written } = inTheStory({ opportunity: { stage: { id: 'lead-new', text: 'New Lead' } } });
	await run(flow, services);
	expect(written).toEqual(invited());
});
