import type {
	IExecuteFunctions,
	INodeExecutionData,
	INodeProperties,
	INodePropertyOptions,
} from 'n8n-workflow';

import { resourceLocator } from '../../../shared/node/resourceLocator';
import { toText, getRequiredParameter, withoutUndefined } from '../../../shared/node/parameters';
import { opportunityField } from '../../fields/opportunity';
import { performAsField } from '../../fields/performAs';
import { changeOpportunity } from './changeOpportunity';

export const option: INodePropertyOptions = {
	name: 'Archive',
	value: 'archive',
	action: 'Archive an opportunity',
	description: 'End a candidacy for a reason; with a reason of the type hired, mark it as hired',
};

export const fields: INodeProperties[] = [
	opportunityField,
	resourceLocator({
		displayName: 'Archive Reason',
		name: 'archiveReasonId',
		description: 'Why the candidacy ends. A reason marked as hired marks the candidate as hired.',
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
				displayName: 'Clean Interviews',
				name: 'cleanInterviews',
				type: 'boolean',
				default: false,
				description: 'Whether Lever clears the interviews of the opportunity as well',
			},
			{
				displayName: 'Requisition ID',
				name: 'requisitionId',
				type: 'string',
				default: '',
				description:
					'The requisition that the hire counts for, with a reason marked as hired. Lever refuses it when the requisition is closed, an extended offer is unsigned or there are several active applications.',
			},
		],
	},
];

/** Archives for a reason (docs/lever-api.md, Opportunities). Throws NodeOperationError when no reason is given, NodeApiError. */
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
	return await changeOpportunity(this, itemIndex, {
		method: 'PUT',
		action: 'archived',
		body: { reason, ...options },
		verb: 'archive',
	});
}
