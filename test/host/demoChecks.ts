import { createHash } from 'node:crypto';

import { DEMO_CANDIDATE, type Sandbox } from '../sandbox';
import type { Application } from '../sandbox/harver/records';
import type { Opportunity } from '../sandbox/lever/records';

/** One thing that was checked in the sandbox, and whether it is as it should be. */
export interface Check {
	ok: boolean;
	what: string;
}

const VACANCY = 'Customer Support Agent';

/** Checks that the move to the trigger stage led to one invitation. */
export function checkInvitation({ lever, harver, webhooks }: Sandbox): Check[] {
	const opportunity = lever.opportunities.find(
		(candidate) => lever.getContactFor(candidate).name === DEMO_CANDIDATE,
	);
	const emails = opportunity ? lever.getContactFor(opportunity).emails : [];
	const applications = harver.applications.filter(({ candidate }) =>
		emails.includes(candidate.emailAddress),
	);
	const vacancies = applications.map(({ vacancyId }) => harver.getVacancy(vacancyId).name);
	const mails = harver.emails.filter(({ to }) => emails.includes(to));
	const comments = opportunity?.notes.map(({ value }) => value) ?? [];
	return [
		{
			ok: webhooks.deliveries.some(
				({ event, statuses }) => event === 'candidateStageChange' && statuses.at(-1) === 200,
			),
			what: 'n8n accepted the signed webhook',
		},
		{
			ok: applications.length === 1 && vacancies[0] === VACANCY,
			what: `Harver applications: ${applications.length.toString()} (${vacancies.join(', ')})`,
		},
		{ ok: mails.length === 1, what: `Invitation e-mails in the inbox: ${mails.length.toString()}` },
		{
			ok: opportunity?.tags.filter((tag) => tag === 'Harver: Invited').length === 1,
			what: `Tags on the Lever profile: ${opportunity?.tags.filter((tag) => tag.startsWith('Harver:')).join(', ') ?? ''}`,
		},
		{
			ok: comments.length === 1 && comments.every((comment) => !comment.includes('/journey/')),
			what: `Comments on the Lever profile: ${comments.join(' | ')}`,
		},
	];
}

/** The demo's candidate in both services. Throws when there is no application. */
export function getDemoCandidate({ lever, harver }: Sandbox): {
	opportunity: Opportunity;
	application: Application;
} {
	const opportunity = lever.opportunities.find(
		(one) => lever.getContactFor(one).name === DEMO_CANDIDATE,
	);
	const emails = opportunity ? lever.getContactFor(opportunity).emails : [];
	const application = harver.applications.find(({ candidate }) =>
		emails.includes(candidate.emailAddress),
	);
	if (!opportunity || !application)
		throw new Error('The candidate of the demo has no application.');
	return { opportunity, application };
}

/** Checks that the profile shows the assessment in progress. */
export function checkProgress(sandbox: Sandbox): Check[] {
	const { opportunity } = getDemoCandidate(sandbox);
	return [
		{
			ok: opportunity.tags.includes('Harver: In progress'),
			what: `Tags after the start of the assessment: ${listHarverTags(opportunity)}`,
		},
	];
}

/** Checks that the results of the completed assessment are on the Lever profile, once. */
export function checkResults(sandbox: Sandbox): Check[] {
	const { opportunity, application } = getDemoCandidate(sandbox);
	const score = `${String(application.matchingScore)}%`;
	const comments = opportunity.notes.map(({ value }) => value);
	const results = comments.filter((comment) => comment.includes(score));
	const [report, ...moreFiles] = opportunity.files;
	const digest = report ? createHash('sha256').update(report.bytes).digest('hex') : '';
	const { links } = sandbox.lever.getContactFor(opportunity);
	const scoreTags = opportunity.tags.filter((tag) => /^Harver: \d+%$/u.test(tag));
	return [
		{
			ok:
				sandbox.harver.emails.filter(({ applicationId }) => applicationId === application.id)
					.length === 1,
			what: 'Still one invitation e-mail',
		},
		{ ok: scoreTags.join() === `Harver: ${score}`, what: `Score tag: ${scoreTags.join(', ')}` },
		{
			ok:
				opportunity.tags.includes('Harver: Completed') &&
				!opportunity.tags.includes('Harver: In progress'),
			what: `All tags for Harver: ${listHarverTags(opportunity)}`,
		},
		{
			ok: results.length === 1 && comments.length === 2,
			what: `Comment on the result: ${results.join(' | ')}`,
		},
		{
			ok: comments.every((comment) => !comment.includes('/journey/')),
			what: 'No comment contains a magic link',
		},
		{
			ok: moreFiles.length === 0 && digest === sandbox.harver.reports.downloads.get(application.id),
			what: `Report: ${report ? `${report.name}, ${report.bytes.length.toString()} bytes, the same as in Harver` : 'none'}`,
		},
		{
			ok: sandbox.harver.reports.tokensReceived === 0,
			what: 'The access token was not sent to the host of the report',
		},
		{
			ok: links.length === 1 && links.every((link) => link.includes('/harver/candidates/')),
			what: `Links: ${links.join(', ')}`,
		},
	];
}

function listHarverTags({ tags }: Opportunity): string {
	return tags.filter((tag) => tag.startsWith('Harver')).join(', ');
}
