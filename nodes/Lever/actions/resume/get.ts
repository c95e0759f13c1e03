import type {
	IExecuteFunctions,
	INodeExecutionData,
	INodeProperties,
	INodePropertyOptions,
} from 'n8n-workflow';

import { requiredParameter } from '../../../shared/parameters';
import { opportunityField, opportunityIdOf } from '../../fields/opportunity';
import { resumeField } from '../../fields/resume';
import { resumeWithNumbers } from '../../profile/files';
import { profileRecord } from '../../profile/records';

export const option: INodePropertyOptions = {
	name: 'Get',
	value: 'get',
	action: 'Get a resume',
	description: 'Read one resume as Lever has parsed it, without the file',
};

export const fields: INodeProperties[] = [opportunityField, resumeField];

/** Reads one resume (contract lever §2.6). Throws NodeOperationError when an ID is missing, NodeApiError. */
export async function execute(
	this: IExecuteFunctions,
	itemIndex: number,
): Promise<INodeExecutionData[]> {
	const opportunityId = opportunityIdOf(this, itemIndex);
	const resumeId = requiredParameter(this, itemIndex, 'resumeId', 'resume');
	return [
		{
			json: resumeWithNumbers(
				await profileRecord(this, { kind: 'resumes', opportunityId, itemIndex }, resumeId),
			),
		},
	];
}
