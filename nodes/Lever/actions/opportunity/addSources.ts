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
	name: 'Add Sources',
	value: 'addSources',
	action: 'Add sources to an opportunity',
	description: 'Add sources to an opportunity and keep the existing ones',
};

export const fields: INodeProperties[] = [opportunityField, sourcesField, performAsField];

/** Adds sources (docs/lever-api.md, Opportunities). Throws NodeOperationError when none is given, NodeApiError. */
export async function execute(
	this: IExecuteFunctions,
	itemIndex: number,
): Promise<INodeExecutionData[]> {
	return await updateOpportunity(this, itemIndex, {
		method: 'POST',
		action: 'addSources',
		body: { sources: getSources(this, itemIndex) },
		verb: 'add sources to',
	});
}
