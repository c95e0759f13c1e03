import type { IExecuteFunctions, INodeProperties } from 'n8n-workflow';

import { getRequiredList } from '../../shared/node/parameters';

/** The sources that an operation adds or removes. */
export const sourcesField: INodeProperties = {
	displayName: 'Sources',
	name: 'sources',
	type: 'string',
	default: '',
	required: true,
	placeholder: 'e.g. LinkedIn',
	description: 'One or several sources, separated by commas or as a list from an expression',
};

/** The sources given for an item, each once. Throws NodeOperationError when there is none. */
export function sourcesOf(context: IExecuteFunctions, itemIndex: number): string[] {
	return getRequiredList(context, itemIndex, 'sources', 'source');
}
