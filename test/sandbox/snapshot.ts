import type { Delivery } from './WebhookDispatcher';
import type { LeverAccount } from './lever/LeverAccount';
import type { Opportunity } from './lever/records';
import type { SandboxServices } from '.';
import { serializeFeedback } from './lever/feedback';
import { serializeOpportunity } from './lever/serialize';

const MAX_CANDIDATES = 200;
const MAX_APPLICATIONS = 200;
const MAX_REQUESTS = 200;
const MAX_DELIVERIES = 100;

/** The state for the page and for tests: the newest of each, without keys, passwords, tokens and file contents. */
export function getSnapshot(
	{ lever, harver, webhooks, harverWebhook, requests, faults, webhookFaults }: SandboxServices,
	search = '',
) {
	return {
		stages: countPerStage(lever),
		postings: lever.postings.map(({ id, text, tags, state }) => ({ id, text, tags, state })),
		archiveReasons: lever.archiveReasons,
		opportunityCount: lever.opportunities.length,
		opportunities: findNewest(lever, search).map((opportunity) => getProfile(lever, opportunity)),
		vacancies: harver.vacancies,
		applicationCount: harver.applications.length,
		applications: harver.applications.slice(-MAX_APPLICATIONS),
		emails: harver.emails.slice(-MAX_APPLICATIONS),
		statusEmails: harver.statusEmails.slice(-MAX_APPLICATIONS),
		reports: { ...harver.reports.settings, tokensReceived: harver.reports.tokensReceived },
		webhooks: webhooks.webhooks.map(({ id, event, url, createdManually }) => ({
			id,
			event,
			url,
			createdManually,
		})),
		disabledEvents: [...webhooks.disabledEvents],
		harverWebhook: harverWebhook.settings && {
			...harverWebhook.settings,
			password: '',
			hasPassword: harverWebhook.settings.password !== '',
		},
		deliveries: [
			...webhooks.deliveries
				.slice(-MAX_DELIVERIES)
				.map((delivery) => summarizeDelivery('lever', delivery)),
			...harverWebhook.deliveries
				.slice(-MAX_DELIVERIES)
				.map((delivery) => summarizeDelivery('harver', delivery)),
		].sort((one, other) => one.startedAt - other.startedAt),
		faults: faults.all,
		webhookFaults: webhookFaults.all,
		requests: requests.entries.slice(-MAX_REQUESTS),
	};
}

/** The stages, each with its number of active candidates. */
function countPerStage({ stages, opportunities }: LeverAccount) {
	const counts = new Map<string, number>();
	for (const { stage, archived } of opportunities)
		if (archived === null) counts.set(stage, (counts.get(stage) ?? 0) + 1);
	return stages.map((stage) => ({ ...stage, count: counts.get(stage.id) ?? 0 }));
}

/** The last updated candidates whose name or address contains the text. */
function findNewest(lever: LeverAccount, search: string): Opportunity[] {
	const wanted = search.trim().toLowerCase();
	const found =
		wanted === ''
			? [...lever.opportunities]
			: lever.opportunities.filter((opportunity) => {
					const { name, emails } = lever.getContactFor(opportunity);
					return [name, ...emails].some((text) => text.toLowerCase().includes(wanted));
				});
	if (found.length <= MAX_CANDIDATES) return found;
	return found.sort((one, other) => other.updatedAt - one.updatedAt).slice(0, MAX_CANDIDATES);
}

function summarizeDelivery(
	service: 'lever' | 'harver',
	{ id, webhookId, event, url, statuses, startedAt, fault }: Delivery,
) {
	return { id, service, webhookId, event, url, statuses, startedAt, fault };
}

/** A candidate's profile, as a recruiter sees it in Lever. */
export function getProfile(lever: LeverAccount, opportunity: Opportunity) {
	const nameOf = (user: string | null): string | null =>
		lever.users.find(({ id }) => id === user)?.name ?? null;
	const posting = lever.postings.find(({ id }) => id === opportunity.application?.posting);
	const contact = lever.getContactFor(opportunity);
	return {
		...serializeOpportunity(lever, opportunity),
		id: opportunity.id,
		name: contact.name,
		emails: contact.emails,
		tags: opportunity.tags,
		posting: posting?.text ?? null,
		notes: opportunity.notes.map(({ id, value, user, createdAt, byApi }) => ({
			id,
			value,
			createdAt,
			byApi,
			author: nameOf(user),
		})),
		files: opportunity.files.map(({ id, name, bytes, uploadedAt }) => ({
			id,
			name,
			size: bytes.length,
			uploadedAt,
		})),
		feedback: opportunity.feedback.map((feedback) => ({
			...serializeFeedback(feedback),
			author: nameOf(feedback.user),
		})),
	};
}
