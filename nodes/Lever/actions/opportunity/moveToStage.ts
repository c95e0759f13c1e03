import type {
	IExecuteFunctions,
	INodeExecutionData,
	INodeProperties,
	INodePropertyOptions,
} from 'n8n-workflow';

import { getRequiredParameter } from '../../../shared/node/parameters';
import { opportunityField, stageField } from '../../fields/common';
import { performAsField } from '../../fields/performAs';
import { updateOpportunity } from './updateOpportunity';

export const option: INodePropertyOptions = {
	name: 'Move to Stage',
	value: 'moveToStage',
	action: 'Move an opportunity to a stage',
	description: 'Move an opportunity to another stage of the pipeline',
};

export const fields: INodeProperties[] = [opportunityField, stageField, performAsField];

/** Moves the opportunity to a stage (docs/lever-api.md, Opportunities). Throws NodeOperationError when none is given, NodeApiError. */
export async function execute(
	this: IExecuteFunctions,
	itemIndex: number,
): Promise<INodeExecutionData[]> {
	const stage = getRequiredParameter(this, itemIndex, 'stageId', 'stage');
	return await updateOpportunity(this, itemIndex, {
		method: 'PUT',
		action: 'stage',
		body: { stage },
		verb: 'change the stage of',
	});
}
