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
	action: 'Get many feedback forms',
	description: 'Read the feedback on a candidate',
};

export const fields: INodeProperties[] = [opportunityField, ...returnAllFields];

/** Reads the feedback on an opportunity (docs/lever-api.md, Feedback). Throws NodeOperationError when none is given, NodeApiError. */
export async function execute(
	this: IExecuteFunctions,
	itemIndex: number,
): Promise<INodeExecutionData[]> {
	const opportunityId = opportunityIdOf(this, itemIndex);
	const feedback = await profileRecords(
		this,
		{ kind: 'feedback', opportunityId, itemIndex },
		{ limit: getLimit(this, itemIndex) },
	);
	return feedback.map((json) => ({ json }));
}
