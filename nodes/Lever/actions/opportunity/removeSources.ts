import type {
	IExecuteFunctions,
	INodeExecutionData,
	INodeProperties,
	INodePropertyOptions,
} from 'n8n-workflow';

import { opportunityField } from '../../fields/common';
import { getSources, sourcesField } from '../../fields/lists';
import { performAsField } from '../../fields/performAs';
import { updateOpportunity } from './updateOpportunity';

export const option: INodePropertyOptions = {
	name: 'Remove Sources',
	value: 'removeSources',
	action: 'Remove sources from an opportunity',
	description: 'Remove sources from an opportunity',
};

export const fields: INodeProperties[] = [opportunityField, sourcesField, performAsField];

/** Removes sources (docs/lever-api.md, Opportunities). Throws NodeOperationError when none is given, NodeApiError. */
export async function execute(
	this: IExecuteFunctions,
	itemIndex: number,
): Promise<INodeExecutionData[]> {
	return await updateOpportunity(this, itemIndex, {
		method: 'POST',
		action: 'removeSources',
		body: { sources: getSources(this, itemIndex) },
		verb: 'remove sources from',
	});
}
