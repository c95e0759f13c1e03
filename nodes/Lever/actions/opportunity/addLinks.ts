import type {
	IExecuteFunctions,
	INodeExecutionData,
	INodeProperties,
	INodePropertyOptions,
} from 'n8n-workflow';

import { linksField, linksOf } from '../../fields/links';
import { opportunityField } from '../../fields/opportunity';
import { performAsField } from '../../fields/performAs';
import { changeOpportunity } from './changeOpportunity';

export const option: INodePropertyOptions = {
	name: 'Add Links',
	value: 'addLinks',
	action: 'Add links to an opportunity',
	description:
		'Put web addresses on the profile of a candidate; those it has already stay as they are',
};

export const fields: INodeProperties[] = [opportunityField, linksField, performAsField];

/** Adds links, a set that Lever keeps on the contact (docs/lever-api.md, Opportunities). Throws NodeOperationError for what is no web address, NodeApiError. */
export async function execute(
	this: IExecuteFunctions,
	itemIndex: number,
): Promise<INodeExecutionData[]> {
	const links = linksOf(this, itemIndex);
	return await changeOpportunity(this, itemIndex, {
		method: 'POST',
		action: 'addLinks',
		body: { links },
		verb: 'add links to',
	});
}
