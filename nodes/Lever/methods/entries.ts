import type { IDataObject, ILoadOptionsFunctions, INodeListSearchItems } from 'n8n-workflow';

import { parseList, toText, withoutUndefined } from '../../shared/node/parameters';
import { toIsoDate } from '../../shared/node/parseTimestamp';
import { leverList } from '../transport/request';

/** The account's records under a path as list entries, all of them (docs/lever-api.md, Reference lists). `what` names them in errors: "stages". Throws NodeApiError. */
export async function getEntries<Entry>(
	context: ILoadOptionsFunctions,
	path: string,
	what: string,
	toEntry: (record: IDataObject) => Entry,
): Promise<Entry[]> {
	const request = { method: 'GET', path, description: `list the ${what}` } as const;
	return (await leverList(context, request)).map(toEntry);
}

/** A stage, a feedback template or another record with an ID and a text. */
export function toNamedEntry({ id, text }: IDataObject): INodeListSearchItems {
	return { name: toText(text) || toText(id), value: toText(id) };
}

/** A tag or source, which has no ID. */
export function toTextEntry({ text }: IDataObject): INodeListSearchItems {
	return { name: toText(text), value: toText(text) };
}

/** A user with the email address. */
export function toUserEntry({ id, name, email }: IDataObject): INodeListSearchItems {
	return { name: formatLabel(toText(name) || toText(id), [toText(email)]), value: toText(id) };
}

/** A posting with location and state. Lever's own pages call the state `internal` "unlisted". */
export function toPostingEntry({ id, text, state, categories }: IDataObject): INodeListSearchItems {
	const { location } = (categories ?? {}) as IDataObject;
	return {
		name: formatLabel(toText(text) || toText(id), [
			toText(location),
			state === 'internal' ? 'unlisted' : toText(state),
		]),
		value: toText(id),
	};
}

/** An archive reason: whether it means hired, and whether it is still in use. */
export function toArchiveReasonEntry({
	id,
	text,
	type,
	status,
}: IDataObject): INodeListSearchItems {
	const hired = type === 'non-hired' ? 'not hired' : toText(type);
	return {
		name: formatLabel(toText(text) || toText(id), [hired, status === 'inactive' ? 'inactive' : '']),
		value: toText(id),
	};
}

/** An opportunity with the name of its stage or the email address, and the link to its profile. */
export function toOpportunityEntry({
	id,
	name,
	emails,
	stage,
	archived,
	urls,
}: IDataObject): INodeListSearchItems {
	const { text: stageName } = (stage ?? {}) as IDataObject;
	const { show } = (urls ?? {}) as IDataObject;
	return {
		name: formatLabel(toText(name) || toText(id), [
			toText(stageName) || (parseList(emails)[0] ?? ''),
			archived ? 'archived' : '',
		]),
		value: toText(id),
		...withoutUndefined({ url: toText(show) || undefined }),
	};
}

/** A name with the details that are not empty in brackets. */
export function formatLabel(name: string, details: string[]): string {
	const known = details.filter((detail) => detail !== '');
	return known.length > 0 ? `${name} (${known.join(', ')})` : name;
}

/** The day of a time that Lever sends, such as 2026-03-31; '' when there is none. */
export function formatDate(time: unknown): string {
	return toIsoDate(time)?.slice(0, 10) ?? '';
}
