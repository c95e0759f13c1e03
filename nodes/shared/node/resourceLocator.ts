import type { INodeProperties, INodeListSearchItems } from 'n8n-workflow';

/** A field for the id of something in a service: picked from a searchable list, or given by id or expression. */
export function resourceLocator(field: {
	displayName: string;
	name: string;
	description: string;
	searchMethod: string;
	idPlaceholder: string;
	required?: boolean;
	/** The mode that is offered first; the list, unless ids usually come from the item. */
	firstMode?: 'list' | 'id';
}): INodeProperties {
	const { displayName, name, description, searchMethod, idPlaceholder, required = true } = field;
	const firstMode = { mode: field.firstMode ?? 'list', value: '' };
	return {
		displayName,
		name,
		type: 'resourceLocator',
		default: firstMode,
		required,
		description,
		modes: [
			{
				displayName: 'From List',
				name: 'list',
				type: 'list',
				placeholder: required ? 'Choose…' : 'Choose, or leave empty…',
				typeOptions: { searchListMethod: searchMethod, searchable: true },
			},
			{ displayName: 'By ID', name: 'id', type: 'string', placeholder: idPlaceholder },
		],
	};
}

/** The entries whose name or value holds the filter, upper and lower case the same. */
export function filterByName(
	filter: string | undefined,
	entries: INodeListSearchItems[],
): INodeListSearchItems[] {
	const wanted = filter?.trim().toLowerCase() ?? '';
	return entries.filter(
		({ name, value }) =>
			name.toLowerCase().includes(wanted) || String(value).toLowerCase() === wanted,
	);
}
