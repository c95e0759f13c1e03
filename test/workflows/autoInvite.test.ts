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

it('leaves alone who applied to a posting without the opt-in tag', async () => {
	const { asked, written } = inTheStory({ opportunity: { tags: [`Harver Vacancy: ${SUPPORT}`] } });
	const result = await run(flow, services);
	expect(result.status).toBe('success');
	expect(asked).toEqual([`Lever GET /opportunities/${OPPORTUNITY}`]);
	expect(written).toEqual([]);
});

it('invites who has inherited the opt-in tag, however it is spelt', async () => {
	const { written } = inTheStory({
		opportunity: { tags: [`Harver Vacancy: ${SUPPORT}`, ' HARVER: AUTO-INVITE '] },
	});
	await run(flow, services);
	expect(written).toEqual(invited());
});

it('takes the opt-in tag of the posting, when its tags have not reached the candidate yet', async () => {
	const { written } = inTheStory({
		opportunity: { tags: [] },
		posting: { tags: [`Harver Vacancy: ${SUPPORT}`, 'Harver: Auto-invite'] },
	});
	await run(flow, services);
	expect(written).toEqual(invited());
});

it('invites everybody when the Settings say so', async () => {
	const { written } = inTheStory({ opportunity: { tags: [`Harver Vacancy: ${SUPPORT}`] } });
	await run(withSettings(flow, { inviteEverybody: true }), services);
	expect(written).toEqual(invited());
});

it('does not mind in which stage the candidate is', async () => {
	const { written } = inTheStory({ opportunity: { stage: { id: 'lead-new', text: 'New Lead' } } });
	await run(flow, services);
	expect(written).toEqual(invited());
});
