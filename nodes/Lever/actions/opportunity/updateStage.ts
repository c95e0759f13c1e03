import type {
	IExecuteFunctions,
	INodeExecutionData,
	INodeProperties,
	INodePropertyOptions,
} from 'n8n-workflow';

import { opportunityField } from '../../fields/opportunity';
import { performAsField } from '../../fields/performAs';
import { stageField, stageIdOf } from '../../fields/stage';
import { changeOpportunity } from './changeOpportunity';

export const option: INodePropertyOptions = {
	name: 'Update Stage',
	value: 'updateStage',
	action: 'Move an opportunity to a stage',
	description: 'Move a candidacy to another stage of the pipeline',
};

export const fields: INodeProperties[] = [opportunityField, stageField, performAsField];

/** Moves the opportunity to a stage (docs/lever-api.md, Opportunities). Throws NodeOperationError when no stage is given, NodeApiError. */
export async function execute(
	this: IExecuteFunctions,
	itemIndex: number,
): Promise<INodeExecutionData[]> {
	const stage = stageIdOf(this, itemIndex);
	return await changeOpportunity(this, itemIndex, {
		method: 'PUT',
		action: 'stage',
		body: { stage },
		verb: 'change the stage of',
	});
}
