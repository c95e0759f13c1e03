import type {
	IExecuteFunctions,
	INodeExecutionData,
	INodeProperties,
	INodePropertyOptions,
} from 'n8n-workflow';

import { resourceLocator } from '../../../shared/node/resourceLocator';
import { toText, getRequiredParameter, withoutUndefined } from '../../../shared/node/parameters';
import { performAsField } from '../../fields/performAs';
import { opportunityField } from '../../fields/common';
import { updateOpportunity } from './updateOpportunity';

export const option: INodePropertyOptions = {
	name: 'Archive',
	value: 'archive',
	action: 'Archive an opportunity',
	description:
		'Archive an opportunity with a reason. A reason of the type hired marks the candidate as hired.',
};

export const fields: INodeProperties[] = [
	opportunityField,
	resourceLocator({
		displayName: 'Archive Reason',
		name: 'archiveReasonId',
		description:
			'The reason for archiving the opportunity. A reason of the type hired marks the candidate as hired.',
		searchMethod: 'searchArchiveReasons',
		idPlaceholder: 'e.g. 63dd55b2-a99f-4e7b-985f-22c7bf80ab42',
	}),
	performAsField,
	{
		displayName: 'Options',
		name: 'options',
		type: 'collection',
		placeholder: 'Add option',
		default: {},
		options: [
			{
				displayName: 'Remove Interviews',
				name: 'cleanInterviews',
				type: 'boolean',
				default: false,
				description: 'Whether to remove scheduled interviews from the opportunity',
			},
			{
				displayName: 'Requisition ID',
				name: 'requisitionId',
				type: 'string',
				default: '',
				description:
					'The requisition to count the hire against. Requires a reason of the type hired. Lever rejects it if the requisition is closed, an extended offer is unsigned or there are several active applications.',
			},
		],
	},
];

/** Archives with a reason (docs/lever-api.md, Opportunities). Throws NodeOperationError when none is given, NodeApiError. */
export async function execute(
	this: IExecuteFunctions,
	itemIndex: number,
): Promise<INodeExecutionData[]> {
	const reason = getRequiredParameter(this, itemIndex, 'archiveReasonId', 'archive reason');
	const { cleanInterviews, requisitionId } = this.getNodeParameter('options', itemIndex, {});
	const options = withoutUndefined({
		cleanInterviews,
		requisitionId: toText(requisitionId) || undefined,
	});
	return await updateOpportunity(this, itemIndex, {
		method: 'PUT',
		action: 'archived',
		body: { reason, ...options },
		verb: 'archive',
	});
}
