import type { INodeListSearchItems } from 'n8n-workflow';

/** The entries whose name or value holds the filter, upper and lower case the same. */
export function matching(
	filter: string | undefined,
	entries: INodeListSearchItems[],
): INodeListSearchItems[] {
	const wanted = filter?.trim().toLowerCase() ?? '';
	return entries.filter(
		({ name, value }) =>
			name.toLowerCase().includes(wanted) || String(value).toLowerCase() === wanted,
	);
}
