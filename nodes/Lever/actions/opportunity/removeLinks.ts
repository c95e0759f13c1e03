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
	name: 'Remove Links',
	value: 'removeLinks',
	action: 'Remove links from an opportunity',
	description: "Remove links from a candidate's profile",
};

export const fields: INodeProperties[] = [opportunityField, linksField, performAsField];

/** Removes links from the contact (docs/lever-api.md, Opportunities). Throws NodeOperationError when one is not a URL, NodeApiError. */
export async function execute(
	this: IExecuteFunctions,
	itemIndex: number,
): Promise<INodeExecutionData[]> {
	return await updateOpportunity(this, itemIndex, {
		method: 'POST',
		action: 'removeLinks',
		body: { links: getLinks(this, itemIndex) },
		verb: 'remove links from',
	});
}
