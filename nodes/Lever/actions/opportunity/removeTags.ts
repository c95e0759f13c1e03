import type {
	IExecuteFunctions,
	INodeExecutionData,
	INodeProperties,
	INodePropertyOptions,
} from 'n8n-workflow';

import { opportunityField } from '../../fields/opportunity';
import { performAsField } from '../../fields/performAs';
import { tagsField, tagsOf } from '../../fields/tags';
import { changeOpportunity } from './changeOpportunity';

export const option: INodePropertyOptions = {
	name: 'Remove Tags',
	value: 'removeTags',
	action: 'Remove tags from an opportunity',
	description: 'Take tags off a candidacy',
};

export const fields: INodeProperties[] = [opportunityField, tagsField, performAsField];

/** Removes tags (docs/lever-api.md, Opportunities and Tags). Throws NodeOperationError when no tag is given, NodeApiError. */
export async function execute(
	this: IExecuteFunctions,
	itemIndex: number,
): Promise<INodeExecutionData[]> {
	const tags = tagsOf(this, itemIndex);
	return await changeOpportunity(this, itemIndex, {
		method: 'POST',
		action: 'removeTags',
		body: { tags },
		verb: 'remove tags from',
	});
}
