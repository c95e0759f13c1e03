import assert from 'node:assert/strict';

import type { Demo } from '../host/demo';
import { TRIGGER_STAGE } from '../sandbox';
import type { Opportunity } from '../sandbox/lever/records';
import {
	getCandidate,
	waitForExecutions,
	FLOW_1,
	FLOW_2,
	move,
	waitUntil,
	type Scenario,
} from './scenario';

const comments = ({ notes }: Opportunity): string => notes.map(({ value }) => value).join(' | ');
const applicationsOf = ({ sandbox: { harver } }: Demo, email: string) =>
	harver.applications.filter((application) => application.candidate.emailAddress === email);

/** Moves somebody to the trigger stage and waits for the comment that says how it went. */
async function moveToTriggerStage(demo: Demo, name: string): Promise<Opportunity> {
	const before = (await demo.client.listExecutions(FLOW_1)).length;
	const opportunity = move(demo, name, TRIGGER_STAGE);
	const [execution] = await waitForExecutions(demo, FLOW_1, before + 1);
	assert.equal(execution?.status, 'success');
	return opportunity;
}

export const inviteScenarios: Scenario[] = [
	{
		name: 'a candidate who is moved to the trigger stage is invited once, and the profile shows it',
		run: async (demo) => {
			const opportunity = await moveToTriggerStage(demo, 'Ada Example');
			const [application, ...more] = applicationsOf(demo, 'ada@example.org');
			assert.equal(more.length, 0);
			assert.equal(
				demo.sandbox.harver.getVacancy(application?.vacancyId ?? '').name,
				'Customer Support Agent',
			);
			assert.deepEqual(application?.candidate, {
				...application?.candidate,
				firstName: 'Ada',
				lastName: 'Example',
				phoneNumber: '+31612345678',
			});
			assert.equal(application.atsParameters.lever_opportunity_id, opportunity.id);
			assert.equal(
				demo.sandbox.harver.emails.filter(({ to }) => to === 'ada@example.org').length,
				1,
			);
			assert.ok(opportunity.tags.includes('Harver: Invited'));
			assert.equal(opportunity.notes.length, 1);
			assert.match(
				comments(opportunity),
				/Invited to the Harver assessment "Customer Support Agent"/u,
			);
		},
	},
	{
		name: 'a candidate who comes back to the stage is not invited again and gets no second note',
		run: async (demo) => {
			move(demo, 'Ada Example', 'Recruiter Screen');
			const opportunity = await moveToTriggerStage(demo, 'Ada Example');
			assert.equal(applicationsOf(demo, 'ada@example.org').length, 1);
			assert.equal(
				demo.sandbox.harver.emails.filter(({ to }) => to === 'ada@example.org').length,
				1,
			);
			assert.equal(opportunity.notes.length, 1);
		},
	},
	...[
		{ name: 'Chiara Rossi', because: 'no e-mail address', comment: /no valid email address/u },
		{
			name: 'Dmitri Ivanov',
			because: 'no vacancy tag',
			comment: /No tag on the candidate or the posting/u,
		},
		{ name: 'Madonna', because: 'a closed vacancy', comment: /"Store Manager" is closed/u },
	].map(({ name, because, comment }) => ({
		name: `a candidate who cannot be invited (${because}) has the reason on the profile`,
		run: async (demo: Demo) => {
			const mails = demo.sandbox.harver.emails.length;
			const opportunity = await moveToTriggerStage(demo, name);
			assert.ok(opportunity.tags.includes('Harver: Not invited'));
			assert.ok(!opportunity.tags.includes('Harver: Invited'));
			assert.match(comments(opportunity), comment);
			assert.equal(demo.sandbox.harver.emails.length, mails);
		},
	})),
	{
		name: 'a corrected profile loses the old tag when the invitation is sent',
		run: async (demo) => {
			const { lever } = demo.sandbox;
			lever.getContactFor(getCandidate(demo, 'Chiara Rossi')).emails = ['chiara@example.org'];
			move(demo, 'Chiara Rossi', 'Recruiter Screen');
			const opportunity = await moveToTriggerStage(demo, 'Chiara Rossi');
			assert.ok(opportunity.tags.includes('Harver: Invited'));
			assert.ok(!opportunity.tags.includes('Harver: Not invited'));
		},
	},
	{
		name: 'a candidate who has left the stage before the workflow checks is not invited',
		run: async (demo) => {
			const before = (await demo.client.listExecutions(FLOW_1)).length;
			demo.sandbox.faults.add({ service: 'lever', path: '/opportunities/', delay: 1500 });
			move(demo, 'Bruno van den Berg', TRIGGER_STAGE);
			move(demo, 'Bruno van den Berg', 'Offer');
			await waitForExecutions(demo, FLOW_1, before + 1);
			assert.equal(applicationsOf(demo, 'bruno@example.org').length, 0);
		},
	},
	{
		name: 'candidates who apply to a posting with the opt-in tag are invited, others are not',
		run: async (demo) => {
			const { lever } = demo.sandbox;
			const before = (await demo.client.listExecutions(FLOW_2)).length;
			for (const [name, posting] of [
				['Gita Applicant', 'Warehouse Associate'],
				['Hugo Applicant', 'Customer Support Agent'],
			] as const) {
				const { id } = lever.postings.find(({ text }) => text === posting) ?? assert.fail(posting);
				lever.addOpportunity({
					name,
					emails: [`${name.split(' ')[0]?.toLowerCase() ?? ''}@example.org`],
					posting: id,
					stage: 'applicant-new',
					origin: 'applied',
				});
			}
			await waitForExecutions(demo, FLOW_2, before + 2);
			await waitUntil(
				'the comment on the profile',
				() => getCandidate(demo, 'Gita Applicant').notes.length === 1,
			);
			assert.equal(applicationsOf(demo, 'gita@example.org').length, 1);
			assert.equal(applicationsOf(demo, 'hugo@example.org').length, 0);
		},
	},
	{
		name: 'the workflow survives 500 from Lever, 429 from both and an expired Harver token',
		run: async (demo) => {
			const { faults, harverTokens } = demo.sandbox;
			harverTokens.expire();
			faults.add({ service: 'lever', method: 'GET', path: '/opportunities/', status: 500 });
			faults.add({ service: 'lever', method: 'POST', path: '/addTags', status: 429 });
			faults.add({ service: 'harver', method: 'POST', path: '/applications', status: 429 });
			faults.add({ service: 'lever', method: 'POST', path: '/notes', reset: 'after' });
			const opportunity = await moveToTriggerStage(demo, '山田 太郎');
			assert.equal(applicationsOf(demo, 'taro@example.org').length, 1);
			assert.deepEqual(
				applicationsOf(demo, 'taro@example.org').map(({ candidate: { firstName, lastName } }) => [
					firstName,
					lastName,
				]),
				[['太郎', '山田']],
			);
			assert.equal(opportunity.notes.length, 1);
			assert.ok(opportunity.tags.includes('Harver: Invited'));
		},
	},
	{
		name: 'no execution contains a magic link, a key or a token',
		run: async (demo) => {
			const executions = [
				...(await demo.client.listExecutions(FLOW_1)),
				...(await demo.client.listExecutions(FLOW_2)),
			];
			assert.ok(executions.length > 5);
			for (const { id } of executions) {
				const text = await demo.client.readExecution(id);
				assert.doesNotMatch(
					text,
					/\/journey\/|harver-sandbox-secret|lever-sandbox-demo-key|Bearer /u,
				);
			}
		},
	},
];
