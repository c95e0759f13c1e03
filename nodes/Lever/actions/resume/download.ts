import type {
	IExecuteFunctions,
	INodeExecutionData,
	INodeProperties,
	INodePropertyOptions,
} from 'n8n-workflow';

import { getRequiredParameter } from '../../../shared/node/parameters';
import { outputBinaryField } from '../../fields/binary';
import { opportunityField, opportunityIdOf } from '../../fields/opportunity';
import { resumeField } from '../../fields/resume';
import { downloaded, fileOfResume, resumeWithNumbers } from '../../profile/files';
import { profileRecord } from '../../profile/records';

export const option: INodePropertyOptions = {
	name: 'Download',
	value: 'download',
	action: 'Download a resume',
	description: 'Get one resume with its file',
};

export const fields: INodeProperties[] = [opportunityField, resumeField, outputBinaryField];

/** Downloads one resume (docs/lever-api.md, Resumes). Throws NodeOperationError when a field is empty, NodeApiError. */
export async function execute(
	this: IExecuteFunctions,
	itemIndex: number,
): Promise<INodeExecutionData[]> {
	const resumes = {
		kind: 'resumes',
		opportunityId: opportunityIdOf(this, itemIndex),
		itemIndex,
	} as const;
	const id = getRequiredParameter(this, itemIndex, 'resumeId', 'resume');
	const resume = resumeWithNumbers(await profileRecord(this, resumes, id));
	return [await downloaded(this, resumes, { json: resume, id, file: fileOfResume(resume) ?? {} })];
}
