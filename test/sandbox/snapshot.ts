import type { Controlled } from './control';
import { opportunityView } from './lever/views';

/** The whole state as the page and the tests see it: no key, no token, no bytes of files. */
export function snapshot({ lever, harver, webhooks, requests }: Controlled) {
	return {
		stages: lever.stages,
		postings: lever.postings.map(({ id, text, tags }) => ({ id, text, tags })),
		opportunities: lever.opportunities.map((opportunity) => ({
			...opportunityView(lever, opportunity),
			posting: lever.postings.find(({ id }) => id === opportunity.application?.posting)?.text ?? null,
			notes: opportunity.notes.map(({ id, value, user, createdAt }) => ({ id, value, createdAt, author: lever.users.find((candidate) => candidate.id === user)?.name ?? null })),
			files: opportunity.files.map(({ id, name, bytes, uploadedAt }) => ({ id, name, size: bytes.length, uploadedAt })),
		})),
		vacancies: harver.vacancies,
		applications: harver.applications,
		mails: harver.mails,
		webhooks: webhooks.webhooks.map(({ id, event, url, madeByHand }) => ({ id, event, url, madeByHand })),
		deliveries: webhooks.deliveries.map(({ id, webhookId, event, statuses, startedAt }) => ({ id, webhookId, event, statuses, startedAt })),
		requests: requests.entries.slice(-200),
	};
}
