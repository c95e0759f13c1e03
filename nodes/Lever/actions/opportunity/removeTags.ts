import type {
	IExecuteFunctions,
	INodeExecutionData,
	INodeProperties,
	INodePropertyOptions,
} from 'n8n-workflow';

import { opportunityField } from '../../fields/common';
import { getTags, tagsField } from '../../fields/lists';
import { performAsField } from '../../fields/performAs';
import { updateOpportunity } from './updateOpportunity';

export const option: INodePropertyOptions = {
	name: 'Remove Tags',
	value: 'removeTags',
	action: 'Remove tags from an opportunity',
	description: 'Remove tags from an opportunity',
};

export const fields: INodeProperties[] = [opportunityField, tagsField, performAsField];

/** Removes tags (docs/lever-api.md, Tags). Throws NodeOperationError when none is given, NodeApiError. */
export async function execute(
	this: IExecuteFunctions,
	itemIndex: number,
): Promise<INodeExecutionData[]> {
	return await updateOpportunity(this, itemIndex, {
		method: 'POST',
		action: 'removeTags',
		body: { tags: getTags(this, itemIndex) },
		verb: 'remove tags from',
	});
}
