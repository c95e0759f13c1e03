import type { IExecuteFunctions, INodeProperties } from 'n8n-workflow';

import type { ServiceRequest } from '../../shared/http/types';
import { parseDateParameter } from '../../shared/node/parameters';

/** The filters of the lists of files and resumes (docs/lever-api.md, Files and Resumes). */
export const uploadedFiltersField: INodeProperties = {
	displayName: 'Filters',
	name: 'filters',
	type: 'collection',
	placeholder: 'Add filter',
	default: {},
	options: [
		{
			displayName: 'Uploaded After',
			name: 'uploadedAfter',
			type: 'dateTime',
			default: '',
			description: 'Only what was uploaded at this time or later',
		},
		{
			displayName: 'Uploaded Before',
			name: 'uploadedBefore',
			type: 'dateTime',
			default: '',
			description: 'Only what was uploaded at this time or earlier',
		},
	],
};

/** The query of those filters for an item. Throws NodeOperationError when a field holds no date. */
export function uploadedFilters(
	context: IExecuteFunctions,
	itemIndex: number,
): ServiceRequest['query'] {
	const { uploadedAfter, uploadedBefore } = context.getNodeParameter('filters', itemIndex, {});
	return {
		uploaded_at_start: parseDateParameter(context, itemIndex, uploadedAfter, 'Uploaded After'),
		uploaded_at_end: parseDateParameter(context, itemIndex, uploadedBefore, 'Uploaded Before'),
	};
}
