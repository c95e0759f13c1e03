import type { ILoadOptionsFunctions, INodeListSearchItems, INodeProperties } from 'n8n-workflow';
import { NodeOperationError } from 'n8n-workflow';

import { asObject } from '../object';
import { toText } from './parameters';

/** A field for the ID of a record: chosen from a searchable list, or entered as an ID or expression. */
export function resourceLocator(field: {
	displayName: string;
	name: string;
	description: string;
	searchMethod: string;
	idPlaceholder: string;
	required?: boolean;
	/** The preselected mode: the list, unless IDs usually come from the item. */
	defaultMode?: 'list' | 'id';
}): INodeProperties {
	const { displayName, name, description, searchMethod, idPlaceholder, required = true } = field;
	return {
		displayName,
		name,
		type: 'resourceLocator',
		default: { mode: field.defaultMode ?? 'list', value: '' },
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

/** The entries whose name contains the filter or whose value is the filter. Not case-sensitive. */
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

/**
 * The ID in another field of the node while a list is open; '' when there is none, or only an expression, which the editor
 * does not evaluate here. Not read with n8n's `extractValue`, which fails when the chosen operation lacks the field.
 */
export function getCurrentParameterId(context: ILoadOptionsFunctions, field: string): string {
	const value: unknown = context.getCurrentNodeParameter(field);
	const id = toText(value) || toText(asObject(value).value);
	return id.startsWith('=') ? '' : id;
}

/** The ID in another field that a list depends on. Throws NodeOperationError when there is none; `what` names it: "opportunity". */
export function requireCurrentParameterId(
	context: ILoadOptionsFunctions,
	field: string,
	what: string,
): string {
	const id = getCurrentParameterId(context, field);
	if (id !== '') return id;
	throw new NodeOperationError(context.getNode(), `Choose the ${what} first`, {
		description: `This list depends on the ${what} and can't read its ID from an expression. Choose the ${what}, or enter an ID here instead of using the list.`,
	});
}
