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
	name: 'Remove Sources',
	value: 'removeSources',
	action: 'Remove sources from an opportunity',
	description: 'Take sources off a candidacy',
};

export const fields: INodeProperties[] = [opportunityField, sourcesField, performAsField];

/** Removes sources (docs/lever-api.md, Opportunities). Throws NodeOperationError when no source is given, NodeApiError. */
export async function execute(
	this: IExecuteFunctions,
	itemIndex: number,
): Promise<INodeExecutionData[]> {
	const sources = sourcesOf(this, itemIndex);
	return await changeOpportunity(this, itemIndex, {
		method: 'POST',
		action: 'removeSources',
		body: { sources },
		verb: 'remove sources from',
	});
}
