import type {
	IExecuteFunctions,
	INodeExecutionData,
	INodeProperties,
	INodePropertyOptions,
} from 'n8n-workflow';

import { getRequiredParameter } from '../../../shared/node/parameters';
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

/** Reads one resume (docs/lever-api.md, Resumes). Throws NodeOperationError when an ID is missing, NodeApiError. */
export async function execute(
	this: IExecuteFunctions,
	itemIndex: number,
): Promise<INodeExecutionData[]> {
	const opportunityId = opportunityIdOf(this, itemIndex);
	const resumeId = getRequiredParameter(this, itemIndex, 'resumeId', 'resume');
	return [
		{
			json: resumeWithNumbers(
				await profileRecord(this, { kind: 'resumes', opportunityId, itemIndex }, resumeId),
			),
		},
	];
}
