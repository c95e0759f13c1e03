import type { IExecuteFunctions, INodeExecutionData, INodeProperties, INodePropertyOptions } from 'n8n-workflow';

import { opportunityField } from '../../fields/opportunity';
import { performAsField } from '../../fields/performAs';
import { tagsField, tagsOf } from '../../fields/tags';
import { changeOpportunity } from './changeOpportunity';

export const option: INodePropertyOptions = {
	name: 'Add Tags',
	value: 'addTags',
	action: 'Add tags to an opportunity',
	description: 'Put tags on a candidacy; those it has already stay as they are',
};

export const fields: INodeProperties[] = [opportunityField, tagsField, performAsField];

/** Adds tags, a set (contract lever §2.1, §4). Throws NodeOperationError when no tag is given, NodeApiError. */
export async function execute(this: IExecuteFunctions, itemIndex: number): Promise<INodeExecutionData[]> {
	const tags = tagsOf(this, itemIndex);
	return await changeOpportunity(this, itemIndex, { method: 'POST', action: 'addTags', body: { tags }, task: 'add tags to' });
}
