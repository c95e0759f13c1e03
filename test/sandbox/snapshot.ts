import type { Delivery } from './Deliveries';
import type { LeverAccount } from './lever/LeverAccount';
import type { Opportunity } from './lever/records';
import type { Parts } from './parts';
import { profileOf } from './profile';

const MOST_CANDIDATES = 200;
const MOST_APPLICATIONS = 200;
const MOST_REQUESTS = 200;
const MOST_DELIVERIES = 100;

/** The state as the page and the tests see it: the newest of each, no key, no password, no token, no bytes of files. */
export function snapshot(
	{ lever, harver, webhooks, harverWebhook, requests, faults, webhookFaults }: Parts,
	search = '',
) {
	return {
		stages: counted(lever),
		postings: lever.postings.map(({ id, text, tags, state }) => ({ id, text, tags, state })),
		archiveReasons: lever.archiveReasons,
		opportunityCount: lever.opportunities.length,
		opportunities: newest(lever, search).map((opportunity) => profileOf(lever, opportunity)),
		vacancies: harver.vacancies,
		applicationCount: harver.applications.length,
		applications: harver.applications.slice(-MOST_APPLICATIONS),
		mails: harver.mails.slice(-MOST_APPLICATIONS),
		statusMails: harver.statusMails.slice(-MOST_APPLICATIONS),
		reports: { ...harver.reports.settings, tokensReceived: harver.reports.tokensReceived },
		webhooks: webhooks.webhooks.map(({ id, event, url, madeByHand }) => ({
			id,
			event,
			url,
			madeByHand,
		})),
		switchedOff: [...webhooks.switchedOff],
		harverWebhook: harverWebhook.settings && {
			...harverWebhook.settings,
			password: '',
			hasPassword: harverWebhook.settings.password !== '',
		},
		deliveries: [
			...webhooks.deliveries.slice(-MOST_DELIVERIES).map((delivery) => shown('lever', delivery)),
			...harverWebhook.deliveries
				.slice(-MOST_DELIVERIES)
				.map((delivery) => shown('harver', delivery)),
		].sort((one, other) => one.startedAt - other.startedAt),
		faults: faults.all,
		webhookFaults: webhookFaults.all,
		requests: requests.entries.slice(-MOST_REQUESTS),
	};
}

/** The stages, and how many active candidates are in each. */
function counted({ stages, opportunities }: LeverAccount) {
	const counts = new Map<string, number>();
	for (const { stage, archived } of opportunities)
		if (archived === null) counts.set(stage, (counts.get(stage) ?? 0) + 1);
	return stages.map((stage) => ({ ...stage, count: counts.get(stage.id) ?? 0 }));
}

/** The candidates whom something has happened to last, of those whose name or address has the text. */
function newest(lever: LeverAccount, search: string): Opportunity[] {
	const wanted = search.trim().toLowerCase();
	const found =
		wanted === ''
			? [...lever.opportunities]
			: lever.opportunities.filter((opportunity) => {
					const { name, emails } = lever.contactOf(opportunity);
					return [name, ...emails].some((text) => text.toLowerCase().includes(wanted));
				});
	if (found.length <= MOST_CANDIDATES) return found;
	return found.sort((one, other) => other.updatedAt - one.updatedAt).slice(0, MOST_CANDIDATES);
}

function shown(
	service: 'lever' | 'harver',
	{ id, webhookId, event, url, statuses, startedAt, fault }: Delivery,
) {
	return { id, service, webhookId, event, url, statuses, startedAt, fault };
}
