import { until } from '../../e2e/scenario';
import type { Application } from '../../sandbox/harver/records';
import type { Opportunity } from '../../sandbox/lever/records';
import type { Bench } from '../Bench';
import { callsSince } from '../calls';
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
	how: 'Candidates who have the tag "Harver: In progress" complete their assessments; each result is two tags, one of them removed, a comment, the PDF report as a file, and a link. Files behind signed links and access tokens are not counted.',
	async run(startStage, quick) {
		const stage = await startStage();
		const { sandbox } = stage.demo;
		const invited = addInvited(stage, quick ? 3 : 20);
		for (const { application } of invited) sandbox.harver.start(application.id);
		await until('all are in progress', () => invited.every(({ opportunity }) => opportunity.tags.includes('Harver: In progress')), 60_000);
		await until('nothing is on its way', () => Date.now() - (sandbox.requests.entries.at(-1)?.at ?? 0) > 2000);
		sandbox.requests.clear();
		for (const { application } of invited) sandbox.harver.complete(application.id, SCORE);
		await until('all results are on the profiles', () => invited.every(isComplete(stage)), 120_000);
		await until('nothing is on its way', () => Date.now() - (sandbox.requests.entries.at(-1)?.at ?? 0) > 2000);
		const calls = callsSince(stage);
		console.log(`    ${calls.kinds.join('\n    ')}`);
		return [
			{ id: 'results.lever', what: 'calls to Lever for each full result with file', unit: 'calls', ours: calls.lever / invited.length, target: { atMost: 6 } },
			{ id: 'results.harver', what: 'calls to Harver for each full result with file, tokens aside', unit: 'calls', ours: calls.harver / invited.length, target: { atMost: 2 } },
		];
	},
};

/** People in both services, as the invite flow leaves them. */
export function addInvited(stage: Stage, count: number): Invited[] {
	const { lever, harver } = stage.demo.sandbox;
	const vacancy = harver.vacancies.find(({ name }) => name === 'Customer Support Agent');
	if (!vacancy) throw new Error('The sandbox has lost its vacancy.');
	return addPeople(stage, count, { stage: stage.triggerStage, tags: ['Harver: Invited'] }).map((opportunity) => {
		const { name, emails } = lever.contactOf(opportunity);
		const [firstName = '', lastName = ''] = name.split(' ');
		const details = { emailAddress: emails[0] ?? '', firstName, lastName };
		return { opportunity, application: harver.invite(vacancy.id, details, { candidate_id: opportunity.id, lever_opportunity_id: opportunity.id }).application };
	});
}

/** Whether a profile shows everything about a result. */
export function isComplete({ demo: { sandbox } }: Stage): (invited: Invited) => boolean {
	return ({ opportunity }) =>
		opportunity.tags.includes(`Harver: ${SCORE.toString()}%`) && opportunity.notes.length > 0 && opportunity.files.length > 0 && sandbox.lever.contactOf(opportunity).links.length > 0;
}
