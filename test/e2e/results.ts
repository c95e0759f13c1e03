import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';

import type { Demo } from '../host/demo';
import type { Application } from '../sandbox/harver/records';
import type { Opportunity } from '../sandbox/lever/records';
import {
	getApplicationsFor,
	waitForExecutions,
	FLOW_3,
	inviteCandidate,
	move,
	createCandidate,
	waitUntil,
	type Scenario,
} from './scenario';
import { TRIGGER_STAGE } from '../sandbox';

const LARGEST_REPORT = 30 * 1024 * 1024;
const hasResult = ({ tags, files }: Opportunity): boolean =>
	tags.includes('Harver: Completed') && files.length > 0;

/** One score tag, one comment of each kind, one file with the bytes that Harver handed out, one link; nothing else. */
function assertOneOfEach(
	demo: Demo,
	opportunity: Opportunity,
	application: Application,
	score: number,
): void {
	const { harver, lever } = demo.sandbox;
	assert.equal(getApplicationsFor(demo, opportunity).length, 1);
	assert.equal(
		harver.emails.filter(({ applicationId }) => applicationId === application.id).length,
		1,
		'invitation mails',
	);
	assert.deepEqual(
		opportunity.tags.filter((tag) => tag.startsWith('Harver:')).sort(),
		['Harver: Completed', 'Harver: Invited', `Harver: ${score.toString()}%`].sort(),
	);
	assert.deepEqual(opportunity.notes.map(({ value }) => value.split(' ')[0]).sort(), [
		'Completed',
		'Invited',
	]);
	assert.equal(opportunity.files.length, 1, 'files');
	assert.equal(
		createHash('sha256')
			.update(opportunity.files[0]?.bytes ?? '')
			.digest('hex'),
		harver.reports.downloads.get(application.id),
		'the bytes of the report',
	);
	assert.deepEqual(lever.getContactFor(opportunity).links, [
		`${harver.publicUrl()}/harver/candidates/${application.candidate.id}`,
	]);
	assert.equal(harver.reports.tokensReceived, 0, 'the access token went to a report link');
}

async function completed(
	demo: Demo,
	name: string,
	score: number,
): Promise<{ opportunity: Opportunity; application: Application }> {
	const invited = await inviteCandidate(demo, name);
	demo.sandbox.harver.complete(invited.application.id, score);
	await waitUntil('the result on the profile', () => hasResult(invited.opportunity), 60_000);
	return invited;
}

export const resultScenarios: Scenario[] = [
	{
		name: 'the profile shows the assessment in progress, then its score, note, report and link',
		run: async (demo) => {
			const { opportunity, application } = await inviteCandidate(demo, 'Rosa Result');
			demo.sandbox.harver.start(application.id);
			await waitUntil('the tag of progress', () =>
				opportunity.tags.includes('Harver: In progress'),
			);
			demo.sandbox.harver.complete(application.id, 72);
			await waitUntil('the result on the profile', () => hasResult(opportunity));
			await demo.sandbox.harverWebhook.settled();
			await waitUntil(
				'the link',
				() => demo.sandbox.lever.getContactFor(opportunity).links.length > 0,
			);
			assertOneOfEach(demo, opportunity, application, 72);
			assert.ok(opportunity.tags.includes('Harver Band: Good Fit'), opportunity.tags.join());
		},
	},
	{
		name: 'the completion event under the name in the set-up guide adds the results as well',
		run: async (demo) => {
			const { harverWebhook } = demo.sandbox;
			const settings = harverWebhook.settings ?? assert.fail('Harver has no webhook.');
			harverWebhook.configure({
				...settings,
				completionEvent: 'ProcessStatusHasChanged',
				allEvents: true,
			});
			try {
				const { opportunity, application } = await completed(demo, 'Otto Othername', 55);
				assertOneOfEach(demo, opportunity, application, 55);
			} finally {
				harverWebhook.configure(settings);
			}
		},
	},
	{
		name: 'webhooks that arrive twice and in the wrong order add everything once',
		run: async (demo) => {
			const { harver, webhookFaults, webhooks, harverWebhook } = demo.sandbox;
			webhookFaults.add({ service: 'lever', kind: 'repeat', rate: 1 });
			webhookFaults.add({
				service: 'harver',
				event: 'ApplicationStarted',
				kind: 'delay',
				milliseconds: 2500,
				rate: 1,
			});
			webhookFaults.add({ service: 'harver', kind: 'repeat', rate: 1 });
			const since = Date.now();
			const opportunity = createCandidate(demo, 'Dora Double');
			move(demo, 'Dora Double', TRIGGER_STAGE);
			await waitUntil(
				'the invitation',
				() => opportunity.notes.length > 0 && opportunity.tags.includes('Harver: Invited'),
			);
			const [application] = getApplicationsFor(demo, opportunity);
			assert.ok(application);
			harver.complete(application.id, 91);
			await waitUntil('the result on the profile', () => hasResult(opportunity));
			await harverWebhook.settled();
			webhookFaults.clear();
			const before = (await demo.client.listExecutions(FLOW_3)).length;
			for (const delivery of [...webhooks.deliveries]
				.filter(({ startedAt }) => startedAt >= since)
				.reverse())
				await webhooks.rerun(delivery);
			for (const delivery of [...harverWebhook.deliveries]
				.filter(({ startedAt }) => startedAt >= since)
				.reverse())
				await harverWebhook.rerun(delivery);
			await waitForExecutions(demo, FLOW_3, before);
			assertOneOfEach(demo, opportunity, application, 91);
		},
	},
	{
		name: 'a report of 30 MB arrives byte for byte',
		run: async (demo) => {
			const { reports } = demo.sandbox.harver;
			reports.settings = { ...reports.settings, minSize: LARGEST_REPORT };
			try {
				const { opportunity, application } = await completed(demo, 'Lars Large', 64);
				assert.equal(opportunity.files[0]?.bytes.length, LARGEST_REPORT);
				assertOneOfEach(demo, opportunity, application, 64);
			} finally {
				reports.settings = { ...reports.settings, minSize: 0 };
			}
		},
	},
	{
		name: 'an expired report link is replaced by a fresh one',
		run: async (demo) => {
			demo.sandbox.faults.add({ service: 'harver', path: '/reports/', status: 403, times: 1 });
			const { opportunity, application } = await completed(demo, 'Xenia Expired', 48);
			assertOneOfEach(demo, opportunity, application, 48);
			const fetched = demo.sandbox.requests.entries.filter(({ path }) =>
				path.startsWith(`/reports/${application.id}/`),
			);
			assert.deepEqual(
				fetched.map(({ status }) => status),
				[403, 200],
			);
		},
	},
	{
		name: 'a web page instead of the report is refused with a reason and never added to the profile',
		run: async (demo) => {
			const { reports } = demo.sandbox.harver;
			const before = (await demo.client.listExecutions(FLOW_3)).length;
			reports.settings = { ...reports.settings, answer: 'html' };
			try {
				const { opportunity, application } = await inviteCandidate(demo, 'Hanna Html');
				demo.sandbox.harver.complete(application.id, 33);
				const [execution] = await waitForExecutions(demo, FLOW_3, before + 1, 60_000);
				assert.equal(execution?.status, 'error');
				assert.match(await demo.client.readExecution(execution.id), /a web page/u);
				assert.equal(opportunity.files.length, 0);
			} finally {
				reports.settings = { ...reports.settings, answer: 'pdf' };
			}
		},
	},
];
