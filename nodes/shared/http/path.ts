import { UserError } from 'n8n-workflow';

/**
 * Builds the path of a request from a template whose values are ids: each is encoded, so that an id can never reach
 * another path. Throws when an id is empty or only dots, which would address the parent.
 */
export function path(parts: TemplateStringsArray, ...ids: string[]): string {
	return parts.reduce((built, part, index) => built + encodeId(ids[index - 1]) + part);
}

function encodeId(id: string | undefined): string {
	const trimmed = (id ?? '').trim();
	if (trimmed === '')
		throw new UserError('An ID is empty. Choose an entry from the list or enter its ID.');
	if (/^\.+$/.test(trimmed))
		throw new UserError(
			`"${trimmed}" is not an ID. Choose an entry from the list or enter its ID.`,
		);
	return encodeURIComponent(trimmed);
}
