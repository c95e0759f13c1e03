import type { IExecuteFunctions, INodeProperties } from 'n8n-workflow';

/** What a deletion makes of something that is not there. */
export const ignoreMissingField: INodeProperties = {
	displayName: 'Ignore If Missing',
	name: 'ignoreMissing',
	type: 'boolean',
	default: true,
	description: 'Whether it is fine when it is gone already: makes the step safe to repeat',
};

/** Whether something missing counts as deleted, for an item. */
export function ignoreMissing(context: IExecuteFunctions, itemIndex: number): boolean {
	return context.getNodeParameter('ignoreMissing', itemIndex, true) === true;
}
