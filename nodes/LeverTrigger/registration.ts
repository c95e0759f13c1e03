import { takesOrigins } from './events';

/** A webhook as Lever lists it; the signature token is not in the list (docs/lever-api.md, Webhooks). */
export interface ListedWebhook {
	id: string;
	event: string;
	url: string;
	origins: string[];
}

/** A webhook that we made, with the signature token that only its creation shows. */
export interface OwnWebhook {
	id: string;
	event: string;
	url: string;
	signatureToken: string;
}

/** What the workflow wants Lever to send: these events to this URL, for candidates of these origins (none: all). */
export interface Wanted {
	url: string;
	events: string[];
	origins: string[];
}

/** What to do so that Lever has exactly one webhook for each wanted event. */
export interface Plan {
	/** Ours that stay as they are. */
	keep: OwnWebhook[];
	/** Ids of webhooks at our URL that are of no use: doubles, leftovers whose token is lost, other origins. */
	remove: string[];
	/** Events that need a new webhook. */
	create: string[];
}

/** Compares what is wanted with what Lever lists and what we remember to have made. */
export function planRegistration(wanted: Wanted, listed: ListedWebhook[], own: OwnWebhook[]): Plan {
	const atOurUrl = listed.filter(({ url }) => url === wanted.url);
	const keep: OwnWebhook[] = [];
	for (const event of new Set(wanted.events)) {
		const known = own.find(
			(webhook) =>
				webhook.event === event &&
				webhook.signatureToken !== '' &&
				atOurUrl.some((other) => isSame(webhook, other, wanted)),
		);
		if (known) keep.push(known);
	}
	const kept = new Set(keep.map(({ id }) => id));
	const ownElsewhere = own.filter(
		({ id, url }) => url !== wanted.url && listed.some((webhook) => webhook.id === id),
	);
	return {
		keep,
		remove: [...atOurUrl, ...ownElsewhere].map(({ id }) => id).filter((id) => !kept.has(id)),
		create: [...new Set(wanted.events)].filter(
			(event) => !keep.some((webhook) => webhook.event === event),
		),
	};
}

function isSame(own: OwnWebhook, listed: ListedWebhook, wanted: Wanted): boolean {
	return (
		listed.id === own.id &&
		listed.event === own.event &&
		originsFit(own.event, listed.origins, wanted.origins)
	);
}

/** Lever lists all origins when none were asked for (docs/lever-api.md, Webhooks). */
function originsFit(event: string, listed: string[], wanted: string[]): boolean {
	if (!takesOrigins(event)) return true;
	if (wanted.length === 0) return listed.length === 0 || listed.length >= 6;
	return listed.length === wanted.length && wanted.every((origin) => listed.includes(origin));
}
