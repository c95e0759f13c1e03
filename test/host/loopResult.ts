import { createHash } from 'node:crypto';

import { DEMO_CANDIDATE, type Sandbox } from '../sandbox';
import type { Application } from '../sandbox/harver/records';
import type { Opportunity } from '../sandbox/lever/records';
import type { Finding } from './inviteResult';

/** The demo's candidate in both services. Throws when somebody has deleted one of them. */
export function demoCandidate({ lever, harver }: Sandbox): {
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

/** Whether the profile shows that the assessment has begun. */
export function progressResult(sandbox: Sandbox): Finding[] {
	const { opportunity } = demoCandidate(sandbox);
	return [
		{
			ok: opportunity.tags.includes('Harver: In progress'),
			what: `Tags once the journey has begun: ${harverTags(opportunity)}`,
		},
	];
}

/** What the completed journey has come to on the Lever profile, looked up in the sandbox's own state. */
export function loopResult(sandbox: Sandbox): Finding[] {
	const { opportunity, application } = demoCandidate(sandbox);
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
			what: `All tags of Harver: ${harverTags(opportunity)}`,
		},
		{
			ok: results.length === 1 && comments.length === 2,
			what: `Comment on the result: ${results.join(' | ')}`,
		},
		{
			ok: comments.every((comment) => !comment.includes('/journey/')),
			what: 'No comment holds a magic link',
		},
		{
			ok: moreFiles.length === 0 && digest === sandbox.harver.reports.downloads.get(application.id),
			what: `Report: ${report ? `${report.name}, ${report.bytes.length.toString()} bytes, the same as in Harver` : 'none'}`,
		},
		{
			ok: sandbox.harver.reports.tokensReceived === 0,
			what: 'The access token did not leave for the report link',
		},
		{
			ok: links.length === 1 && links.every((link) => link.includes('/harver/candidates/')),
			what: `Links: ${links.join(', ')}`,
		},
	];
}

function harverTags({ tags }: Opportunity): string {
	return tags.filter((tag) => tag.startsWith('Harver')).join(', ');
}
