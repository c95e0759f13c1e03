import type {
	IExecuteFunctions,
	INodeExecutionData,
	INodeProperties,
	INodePropertyOptions,
} from 'n8n-workflow';

import { opportunityField } from '../../fields/common';
import { getLinks, linksField } from '../../fields/lists';
import { performAsField } from '../../fields/performAs';
import { updateOpportunity } from './updateOpportunity';

export const option: INodePropertyOptions = {
	name: 'Add Links',
	value: 'addLinks',
	action: 'Add links to an opportunity',
	description: "Add links to a candidate's profile and keep the existing ones",
};

export const fields: INodeProperties[] = [opportunityField, linksField, performAsField];

/** Adds links, which Lever stores on the contact (docs/lever-api.md, Opportunities). Throws NodeOperationError when one is not a URL, NodeApiError. */
export async function execute(
	this: IExecuteFunctions,
	itemIndex: number,
): Promise<INodeExecutionData[]> {
	return await updateOpportunity(this, itemIndex, {
		method: 'POST',
		action: 'addLinks',
		body: { links: getLinks(this, itemIndex) },
		verb: 'add links to',
	});
}
