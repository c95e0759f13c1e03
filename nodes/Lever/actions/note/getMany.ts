import type {
	IExecuteFunctions,
	INodeExecutionData,
	INodeProperties,
	INodePropertyOptions,
} from 'n8n-workflow';

import { getLimit, returnAllFields } from '../../../shared/node/returnAll';
import { opportunityField, opportunityIdOf } from '../../fields/opportunity';
import { profileRecords } from '../../profile/records';

export const option: INodePropertyOptions = {
	name: 'Get Many',
	value: 'getMany',
	action: 'Get many notes',
	description: 'Read the comments on the profile of a candidate',
};

export const fields: INodeProperties[] = [opportunityField, ...returnAllFields];

/** Reads the notes of an opportunity (docs/lever-api.md, Notes). Throws NodeOperationError when none is given, NodeApiError. */
export async function execute(
	this: IExecuteFunctions,
	itemIndex: number,
): Promise<INodeExecutionData[]> {
	const opportunityId = opportunityIdOf(this, itemIndex);
	const notes = await profileRecords(
		this,
		{ kind: 'notes', opportunityId, itemIndex },
		{ limit: getLimit(this, itemIndex) },
	);
	return notes.map((json) => ({ json }));
}
