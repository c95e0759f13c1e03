import { DEMO_CANDIDATE, type Sandbox } from '../sandbox';

/** One thing that was looked at, and whether it is as it should be. */
export interface Finding {
	ok: boolean;
	what: string;
}

const VACANCY = 'Customer Support Agent';

/** What the move to the trigger stage has come to, looked up in the sandbox's own state. */
export function inviteResult({ lever, harver, webhooks }: Sandbox): Finding[] {
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
			what: 'n8n took the signed webhook',
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
