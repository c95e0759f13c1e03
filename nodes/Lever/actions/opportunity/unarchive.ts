import type {
	IExecuteFunctions,
	INodeExecutionData,
	INodeProperties,
	INodePropertyOptions,
} from 'n8n-workflow';

import { opportunityField } from '../../fields/opportunity';
import { performAsField } from '../../fields/performAs';
import { changeOpportunity } from './changeOpportunity';

export const option: INodePropertyOptions = {
	name: 'Unarchive',
	value: 'unarchive',
	action: 'Unarchive an opportunity',
	description: 'Make an archived candidacy active again, in the stage it was in',
};

export const fields: INodeProperties[] = [opportunityField, performAsField];

/** Unarchives: archived for no reason (docs/lever-api.md, Opportunities). Throws NodeApiError. */
export async function execute(
	this: IExecuteFunctions,
	itemIndex: number,
): Promise<INodeExecutionData[]> {
	return await changeOpportunity(this, itemIndex, {
		method: 'PUT',
		action: 'archived',
		body: { reason: null },
		verb: 'unarchive',
	});
}
