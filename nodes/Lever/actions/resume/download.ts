import type {
	IExecuteFunctions,
	INodeExecutionData,
	INodeProperties,
	INodePropertyOptions,
} from 'n8n-workflow';

import { getRequiredParameter } from '../../../shared/node/parameters';
import { outputBinaryField } from '../../fields/binary';
import { getOpportunityId, opportunityField, resumeField } from '../../fields/common';
import { downloadFile, getResumeFile, normalizeResume } from '../../opportunityRecords/files';
import { getOpportunityRecord } from '../../opportunityRecords/records';

export const option: INodePropertyOptions = {
	name: 'Download',
	value: 'download',
	action: 'Download a resume',
	description: 'Download a resume',
};

export const fields: INodeProperties[] = [opportunityField, resumeField, outputBinaryField];

/** Downloads one resume (docs/lever-api.md, Resumes). Throws NodeOperationError when a field is empty, NodeApiError. */
export async function execute(
	this: IExecuteFunctions,
	itemIndex: number,
): Promise<INodeExecutionData[]> {
	const resumes = {
		kind: 'resumes',
		opportunityId: getOpportunityId(this, itemIndex),
		itemIndex,
	} as const;
	const id = getRequiredParameter(this, itemIndex, 'resumeId', 'resume');
	const resume = normalizeResume(await getOpportunityRecord(this, resumes, id));
	return [
		await downloadFile(this, resumes, { json: resume, id, file: getResumeFile(resume) ?? {} }),
	];
}
