import type {
	IExecuteFunctions,
	INodeExecutionData,
	INodeProperties,
	INodePropertyOptions,
} from 'n8n-workflow';

import { opportunityField } from '../../fields/common';
import { performAsField } from '../../fields/performAs';
import { updateOpportunity } from './updateOpportunity';

export const option: INodePropertyOptions = {
	name: 'Unarchive',
	value: 'unarchive',
	action: 'Unarchive an opportunity',
	description: 'Make an archived opportunity active again, in its previous stage',
};

export const fields: INodeProperties[] = [opportunityField, performAsField];

/** Unarchives, which Lever does for an archive reason of `null` (docs/lever-api.md, Opportunities). Throws NodeApiError. */
export async function execute(
	this: IExecuteFunctions,
	itemIndex: number,
): Promise<INodeExecutionData[]> {
	return await updateOpportunity(this, itemIndex, {
		method: 'PUT',
		action: 'archived',
		body: { reason: null },
		verb: 'unarchive',
	});
}
