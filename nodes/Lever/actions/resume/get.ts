import type {
	IExecuteFunctions,
	INodeExecutionData,
	INodeProperties,
	INodePropertyOptions,
} from 'n8n-workflow';

import { getRequiredParameter } from '../../../shared/node/parameters';
import { getOpportunityId, opportunityField, resumeField } from '../../fields/common';
import { normalizeResume } from '../../opportunityRecords/files';
import { getOpportunityRecord } from '../../opportunityRecords/records';

export const option: INodePropertyOptions = {
	name: 'Get',
	value: 'get',
	action: 'Get a resume',
	description: 'Get a resume as parsed by Lever, without the file',
};

export const fields: INodeProperties[] = [opportunityField, resumeField];

/** Reads one resume (docs/lever-api.md, Resumes). Throws NodeOperationError when an ID is missing, NodeApiError. */
export async function execute(
	this: IExecuteFunctions,
	itemIndex: number,
): Promise<INodeExecutionData[]> {
	const opportunityId = getOpportunityId(this, itemIndex);
	const resumeId = getRequiredParameter(this, itemIndex, 'resumeId', 'resume');
	return [
		{
			json: normalizeResume(
				await getOpportunityRecord(this, { kind: 'resumes', opportunityId, itemIndex }, resumeId),
			),
		},
	];
}
