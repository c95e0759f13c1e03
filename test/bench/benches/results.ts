import { until } from '../../e2e/scenario';
import type { Application } from '../../sandbox/harver/records';
import type { Opportunity } from '../../sandbox/lever/records';
import type { Bench } from '../Bench';
import { callsSince, type Calls } from '../calls';
import { addPeople } from '../people';
import type { Stage } from '../Stage';

const SCORE = 87;

/** Somebody who was invited, in both services. */
export interface Invited {
	opportunity: Opportunity;
	application: Application;
}

export const results: Bench = {
	name: 'results',
	title: 'Results brought back to Lever',
	how: 'Candidates who have the tag "Harver: In progress" complete their assessments; each result is two tags, one of them removed, a comment, the PDF report as a file, and a link. Files behind signed links and access tokens are not counted. Then Harver tells of each result once more.',
	async run(startStage, quick) {
		const stage = await startStage();
		const { harverWebhook } = stage.demo.sandbox;
		const count = quick ? 3 : 20;
		const ours = await broughtBack(stage, count);
		const { settings } = harverWebhook;
		const { url } = await stage.addFlow('peer-results.json');
		harverWebhook.configure({ url });
		const peer = await broughtBack(stage, count, ['Harver: In progress']);
		harverWebhook.configure(settings);
		const both = (value: (brought: Brought) => number) => ({
			ours: value(ours),
			peer: value(peer),
			peerName: 'n8n nodes',
		});
		return [
			{
				id: 'results.lever',
				what: 'calls to Lever for each full result with file',
				unit: 'calls',
				...both(({ calls }) => calls.lever / count),
				target: { atMost: 6 },
				remark: 'The peer looks at nothing before it writes.',
			},
			{
				id: 'results.harver',
				what: 'calls to Harver for each full result with file, tokens aside',
				unit: 'calls',
				...both(({ calls }) => calls.harver / count),
				target: { atMost: 2 },
			},
			{
				id: 'results.doubled',
				what: `candidates of ${count.toString()} with a double comment or file after Harver told of the result twice`,
				unit: 'candidates',
				...both(({ doubled }) => doubled),
				target: { atMost: 0 },
			},
		];
	},
};

interface Brought {
	calls: Calls;
	doubled: number;
}

/** The results of so many candidates are brought to Lever, by whoever Harver tells of them, and told of once more. */
async function broughtBack(stage: Stage, count: number, tags: string[] = []): Promise<Brought> {
	const { sandbox } = stage.demo;
	const invited = addInvited(stage, count, tags);
	for (const { application } of invited) sandbox.harver.start(application.id);
	await until(
		'all are in progress',
		() => invited.every(({ opportunity }) => opportunity.tags.includes('Harver: In progress')),
		60_000,
	);
	await untilNothingIsOnItsWay(stage);
	sandbox.requests.clear();
	sandbox.harverWebhook.reset();
	for (const { application } of invited) sandbox.harver.complete(application.id, SCORE);
	await until('all results are on the profiles', () => invited.every(isComplete(stage)), 120_000);
	await untilNothingIsOnItsWay(stage);
	const calls = callsSince(stage);
	console.log(`    ${calls.kinds.join('\n    ')}`);
	for (const delivery of [...sandbox.harverWebhook.deliveries])
		await sandbox.harverWebhook.rerun(delivery);
	await untilNothingIsOnItsWay(stage);
	return {
		calls,
		doubled: invited.filter(
			({ opportunity }) => opportunity.notes.length > 1 || opportunity.files.length > 1,
		).length,
	};
}

async function untilNothingIsOnItsWay({ demo: { sandbox } }: Stage): Promise<void> {
	await until(
		'nothing is on its way',
		() => Date.now() - (sandbox.requests.entries.at(-1)?.at ?? 0) > 2000,
		120_000,
	);
}

/** People in both services, as the invite flow leaves them. */
export function addInvited(stage: Stage, count: number, tags: string[] = []): Invited[] {
	const { lever, harver } = stage.demo.sandbox;
	const vacancy = harver.vacancies.find(({ name }) => name === 'Customer Support Agent');
	if (!vacancy) throw new Error('The sandbox has lost its vacancy.');
	return addPeople(stage, count, {
		stage: stage.triggerStage,
		tags: ['Harver: Invited', ...tags],
	}).map((opportunity) => {
		const { name, emails } = lever.getContactFor(opportunity);
		const [firstName = '', lastName = ''] = name.split(' ');
		const details = { emailAddress: emails[0] ?? '', firstName, lastName };
		return {
			opportunity,
			application: harver.invite(vacancy.id, details, {
				candidate_id: opportunity.id,
				lever_opportunity_id: opportunity.id,
			}).application,
		};
	});
}

/** Whether a profile shows everything about a result. */
export function isComplete({ demo: { sandbox } }: Stage): (invited: Invited) => boolean {
	return ({ opportunity }) =>
		opportunity.tags.includes(`Harver: ${SCORE.toString()}%`) &&
		opportunity.notes.length > 0 &&
		opportunity.files.length > 0 &&
		sandbox.lever.getContactFor(opportunity).links.length > 0;
}
