import type {
	IExecuteFunctions,
	INodeExecutionData,
	INodeProperties,
	INodePropertyOptions,
} from 'n8n-workflow';

import { resourceLocator } from '../../../shared/node/resourceLocator';
import { getRequiredParameter } from '../../../shared/node/parameters';
import { opportunityField, opportunityIdOf } from '../../fields/opportunity';
import { profileRecord } from '../../profile/records';

export const option: INodePropertyOptions = {
	name: 'Get',
	value: 'get',
	action: 'Get a feedback form',
	description: 'Read one feedback form on a candidate with its answers',
};

export const fields: INodeProperties[] = [
	opportunityField,
	resourceLocator({
		displayName: 'Feedback',
		name: 'feedbackId',
		description:
			'The feedback form on the profile. The list shows those of the chosen opportunity.',
		searchMethod: 'searchFeedback',
		idPlaceholder: 'e.g. 1f6a3bbf-3b5c-4f1e-a6a8-0c1f2e3d4b5a',
	}),
];

/** Reads one feedback form (docs/lever-api.md, Feedback). Throws NodeOperationError when an ID is missing, NodeApiError. */
export async function execute(
	this: IExecuteFunctions,
	itemIndex: number,
): Promise<INodeExecutionData[]> {
	const opportunityId = opportunityIdOf(this, itemIndex);
	const feedbackId = getRequiredParameter(this, itemIndex, 'feedbackId', 'feedback form');
	return [
		{ json: await profileRecord(this, { kind: 'feedback', opportunityId, itemIndex }, feedbackId) },
	];
}
