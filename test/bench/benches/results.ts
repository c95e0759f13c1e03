import { waitUntil } from '../../e2e/scenario';
import type { Application } from '../../sandbox/harver/records';
import type { Opportunity } from '../../sandbox/lever/records';
import type { Bench } from '../report';
import { countCalls, type Calls } from '../calls';
import { addApplicants } from '../applicants';
import type { BenchHost } from '../BenchHost';

const SCORE = 87;

/** An invited candidate in both services. */
export interface Invited {
	opportunity: Opportunity;
	application: Application;
}

export const results: Bench = {
	name: 'results',
	title: 'Results for Lever',
	how: 'Candidates with the tag "Harver: In progress" complete their assessments. Each result adds tags, removes one, and adds a note, the PDF report and a link. Report downloads and access tokens are not counted. Then Harver repeats each delivery.',
	async run(startHost, quick) {
		const host = await startHost();
		const { harverWebhook } = host.demo.sandbox;
		const count = quick ? 3 : 20;
		const ours = await measureResults(host, count);
		const { settings } = harverWebhook;
		const { url } = await host.addWorkflow('peer-results.json');
		harverWebhook.configure({ url });
		const peer = await measureResults(host, count, ['Harver: In progress']);
		harverWebhook.configure(settings);
		const both = (value: (brought: Brought) => number) => ({
			ours: value(ours),
			peer: value(peer),
			peerName: 'n8n nodes',
		});
		return [
			{
				id: 'results.lever',
				what: 'requests to Lever per complete result with file',
				unit: 'requests',
				...both(({ calls }) => calls.lever / count),
				target: { atMost: 6 },
				remark: 'The peer writes without looking up what exists.',
			},
			{
				id: 'results.harver',
				what: 'requests to Harver per complete result with file, without tokens',
				unit: 'requests',
				...both(({ calls }) => calls.harver / count),
				target: { atMost: 2 },
			},
			{
				id: 'results.doubled',
				what: `candidates of ${count.toString()} with a duplicate note or file after a repeated delivery`,
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

/** Brings the results of candidates to Lever, and repeats Harver's deliveries. */
async function measureResults(
	host: BenchHost,
	count: number,
	tags: string[] = [],
): Promise<Brought> {
	const { sandbox } = host.demo;
	const invited = addInvited(host, count, tags);
	for (const { application } of invited) sandbox.harver.start(application.id);
	await waitUntil(
		'all are in progress',
		() => invited.every(({ opportunity }) => opportunity.tags.includes('Harver: In progress')),
		60_000,
	);
	await waitUntilIdle(host);
	sandbox.requests.clear();
	sandbox.harverWebhook.reset();
	for (const { application } of invited) sandbox.harver.complete(application.id, SCORE);
	await waitUntil(
		'all results are on the profiles',
		() => invited.every(isComplete(host)),
		120_000,
	);
	await waitUntilIdle(host);
	const calls = countCalls(host);
	console.log(`    ${calls.kinds.join('\n    ')}`);
	for (const delivery of [...sandbox.harverWebhook.deliveries])
		await sandbox.harverWebhook.rerun(delivery);
	await waitUntilIdle(host);
	return {
		calls,
		doubled: invited.filter(
			({ opportunity }) => opportunity.notes.length > 1 || opportunity.files.length > 1,
		).length,
	};
}

async function waitUntilIdle({ demo: { sandbox } }: BenchHost): Promise<void> {
	await waitUntil(
		'nothing is on its way',
		() => Date.now() - (sandbox.requests.entries.at(-1)?.at ?? 0) > 2000,
		120_000,
	);
}

/** Adds candidates to both services in the state after an invitation. */
export function addInvited(host: BenchHost, count: number, tags: string[] = []): Invited[] {
	const { lever, harver } = host.demo.sandbox;
	const vacancy = harver.vacancies.find(({ name }) => name === 'Customer Support Agent');
	if (!vacancy) throw new Error('The sandbox has lost its vacancy.');
	return addApplicants(host, count, {
		stage: host.triggerStageId,
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

/** Whether a profile has the complete result. */
export function isComplete({ demo: { sandbox } }: BenchHost): (invited: Invited) => boolean {
	return ({ opportunity }) =>
		opportunity.tags.includes(`Harver: ${SCORE.toString()}%`) &&
		opportunity.notes.length > 0 &&
		opportunity.files.length > 0 &&
		sandbox.lever.getContactFor(opportunity).links.length > 0;
}
