import type {
	IExecuteFunctions,
	INodeExecutionData,
	INodeProperties,
	INodePropertyOptions,
} from 'n8n-workflow';

import { opportunityField } from '../../fields/opportunity';
import { performAsField } from '../../fields/performAs';
import { sourcesField, sourcesOf } from '../../fields/sources';
import { changeOpportunity } from './changeOpportunity';

export const option: INodePropertyOptions = {
	name: 'Add Sources',
	value: 'addSources',
	action: 'Add sources to an opportunity',
	description: 'Say where a candidacy came from; those it has already stay as they are',
};

export const fields: INodeProperties[] = [opportunityField, sourcesField, performAsField];

/** Adds sources, a set (docs/lever-api.md, Opportunities). Throws NodeOperationError when no source is given, NodeApiError. */
export async function execute(
	this: IExecuteFunctions,
	itemIndex: number,
): Promise<INodeExecutionData[]> {
	const sources = sourcesOf(this, itemIndex);
	return await changeOpportunity(this, itemIndex, {
		method: 'POST',
		action: 'addSources',
		body: { sources },
		verb: 'add sources to',
	});
}
