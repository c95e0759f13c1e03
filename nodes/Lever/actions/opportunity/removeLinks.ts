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
	name: 'Remove Links',
	value: 'removeLinks',
	action: 'Remove links from an opportunity',
	description: 'Take web addresses off the profile of a candidate',
};

export const fields: INodeProperties[] = [opportunityField, linksField, performAsField];

/** Removes links from the contact (docs/lever-api.md, Opportunities). Throws NodeOperationError for what is no web address, NodeApiError. */
export async function execute(
	this: IExecuteFunctions,
	itemIndex: number,
): Promise<INodeExecutionData[]> {
	const links = linksOf(this, itemIndex);
	return await changeOpportunity(this, itemIndex, {
		method: 'POST',
		action: 'removeLinks',
		body: { links },
		verb: 'remove links from',
	});
}
