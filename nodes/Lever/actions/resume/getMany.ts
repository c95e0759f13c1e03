import type {
	IExecuteFunctions,
	INodeExecutionData,
	INodeProperties,
	INodePropertyOptions,
} from 'n8n-workflow';

import { getLimit, returnAllFields } from '../../../shared/node/returnAll';
import { opportunityField, opportunityIdOf } from '../../fields/opportunity';
import { uploadedFilters, uploadedFiltersField } from '../../fields/uploaded';
import { resumeWithNumbers } from '../../profile/files';
import { profileRecords } from '../../profile/records';

export const option: INodePropertyOptions = {
	name: 'Get Many',
	value: 'getMany',
	action: 'Get many resumes',
	description: 'Read the resumes of a candidate as Lever has parsed them',
};

export const fields: INodeProperties[] = [
	opportunityField,
	...returnAllFields,
	uploadedFiltersField,
];

/**
 * Reads the resumes of an opportunity (docs/lever-api.md, Resumes). Throws NodeOperationError when no opportunity is given or a
 * filter holds no date, NodeApiError.
 */
export async function execute(
	this: IExecuteFunctions,
	itemIndex: number,
): Promise<INodeExecutionData[]> {
	const opportunityId = opportunityIdOf(this, itemIndex);
	const query = uploadedFilters(this, itemIndex);
	const resumes = await profileRecords(
		this,
		{ kind: 'resumes', opportunityId, itemIndex },
		{ query, limit: getLimit(this, itemIndex) },
	);
	return resumes.map((resume) => ({ json: resumeWithNumbers(resume) }));
}
