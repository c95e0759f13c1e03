import type {
	IExecuteFunctions,
	INodeExecutionData,
	INodeProperties,
	INodePropertyOptions,
} from 'n8n-workflow';

import { resourceLocator } from '../../../shared/node/resourceLocator';
import { getRequiredParameter } from '../../../shared/node/parameters';
import { getOpportunityId, opportunityField } from '../../fields/common';
import { getOpportunityRecord } from '../../opportunityRecords/records';

export const option: INodePropertyOptions = {
	name: 'Get',
	value: 'get',
	action: 'Get a feedback form',
	description: 'Get a feedback form with its answers',
};

export const fields: INodeProperties[] = [
	opportunityField,
	resourceLocator({
		displayName: 'Feedback',
		name: 'feedbackId',
		description: 'The feedback form. The list shows the feedback on the chosen opportunity.',
		searchMethod: 'searchFeedback',
		idPlaceholder: 'e.g. 1f6a3bbf-3b5c-4f1e-a6a8-0c1f2e3d4b5a',
	}),
];

/** Reads one feedback form (docs/lever-api.md, Feedback). Throws NodeOperationError when an ID is missing, NodeApiError. */
export async function execute(
	this: IExecuteFunctions,
	itemIndex: number,
): Promise<INodeExecutionData[]> {
	const opportunityId = getOpportunityId(this, itemIndex);
	const feedbackId = getRequiredParameter(this, itemIndex, 'feedbackId', 'feedback form');
	return [
		{
			json: await getOpportunityRecord(
				this,
				{ kind: 'feedback', opportunityId, itemIndex },
				feedbackId,
			),
		},
	];
}
