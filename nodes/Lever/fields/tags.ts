import type { IExecuteFunctions, INodeProperties } from 'n8n-workflow';

import { getRequiredList } from '../../shared/node/parameters';

/** The tags that an operation adds or removes. */
export const tagsField: INodeProperties = {
	displayName: 'Tags',
	name: 'tags',
	type: 'string',
	default: '',
	required: true,
	placeholder: 'e.g. Harver: Invited',
	description:
		'One or several tags, separated by commas or as a list from an expression. Lever tells upper and lower case apart.',
};

/** The tags given for an item, each once. Throws NodeOperationError when there is none. */
export function tagsOf(context: IExecuteFunctions, itemIndex: number): string[] {
	return getRequiredList(context, itemIndex, 'tags', 'tag');
}
