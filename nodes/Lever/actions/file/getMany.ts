import type {
	IExecuteFunctions,
	INodeExecutionData,
	INodeProperties,
	INodePropertyOptions,
} from 'n8n-workflow';

import { getLimit, returnAllFields } from '../../../shared/node/returnAll';
import { opportunityField, opportunityIdOf } from '../../fields/opportunity';
import { uploadedFilters, uploadedFiltersField } from '../../fields/uploaded';
import { withNumbers } from '../../profile/files';
import { profileRecords } from '../../profile/records';

export const option: INodePropertyOptions = {
	name: 'Get Many',
	value: 'getMany',
	action: 'Get many files',
	description: 'Read what files there are on the profile of a candidate',
};

export const fields: INodeProperties[] = [
	opportunityField,
	...returnAllFields,
	uploadedFiltersField,
];

/**
 * Reads the records of the files of an opportunity (docs/lever-api.md, Files). Throws NodeOperationError when no opportunity
 * is given or a filter holds no date, NodeApiError.
 */
export async function execute(
	this: IExecuteFunctions,
	itemIndex: number,
): Promise<INodeExecutionData[]> {
	const opportunityId = opportunityIdOf(this, itemIndex);
	const query = uploadedFilters(this, itemIndex);
	const files = await profileRecords(
		this,
		{ kind: 'files', opportunityId, itemIndex },
		{ query, limit: getLimit(this, itemIndex) },
	);
	return files.map((file) => ({ json: withNumbers(file) }));
}
