import type {
	IDataObject,
	IExecuteFunctions,
	INodeExecutionData,
	INodeProperties,
	INodePropertyOptions,
} from 'n8n-workflow';
import { NodeOperationError } from 'n8n-workflow';

import { resourceLocator } from '../../../shared/node/resourceLocator';
import { toText, getRequiredParameter, withoutUndefined } from '../../../shared/node/parameters';
import { performAsRequiredField, getRequiredPerformAs } from '../../fields/performAs';
import { parseDateParameter } from '../../../shared/node/parameters';
import { getOpportunityId, opportunityField } from '../../fields/common';
import { fieldValuesFields, getFieldValues } from './fieldValues';
import { createFeedbackOnce } from './createOnce';

export const option: INodePropertyOptions = {
	name: 'Create',
	value: 'create',
	action: 'Create a feedback form',
	description: 'Fill in a feedback form about a candidate',
};

export const fields: INodeProperties[] = [
	opportunityField,
	resourceLocator({
		displayName: 'Template',
		name: 'feedbackTemplateId',
		description: 'The feedback template to fill in',
		searchMethod: 'searchFeedbackTemplates',
		idPlaceholder: 'e.g. 1c0d54d3-1aeb-4989-b616-d0a6025444e8',
	}),
	...fieldValuesFields,
	performAsRequiredField,
	{
		displayName: 'Options',
		name: 'options',
		type: 'collection',
		placeholder: 'Add option',
		default: {},
		options: [
			{
				displayName: 'Completed At',
				name: 'completedAt',
				type: 'dateTime',
				default: '',
				description: 'When the form was filled in. Defaults to now.',
			},
			{
				displayName: 'Created At',
				name: 'createdAt',
				type: 'dateTime',
				default: '',
				description: 'When the form was created. Defaults to now.',
			},
			{
				displayName: 'If the Feedback Exists',
				name: 'ifExists',
				type: 'options',
				options: [
					{ name: 'Add Another', value: 'add', description: 'Create the feedback anyway' },
					{
						name: 'Skip',
						value: 'skip',
						description: 'Create nothing and return the existing feedback',
					},
				],
				default: 'skip',
				description:
					'What to do when the user has already submitted feedback for this template and interview. Choose Skip to make this step safe to repeat.',
			},
			{
				displayName: 'Interview ID',
				name: 'interviewId',
				type: 'string',
				default: '',
				description: 'The interview that the feedback is about. Requires a panel ID.',
			},
			{
				displayName: 'Panel ID',
				name: 'panelId',
				type: 'string',
				default: '',
				description: 'The panel of the interview',
			},
		],
	},
];

/**
 * Creates feedback on an opportunity (docs/lever-api.md, Feedback); `created: false` marks existing feedback. Throws
 * NodeOperationError when an ID, the user to perform as, an answer's field or one of panel and interview is missing;
 * NodeApiError.
 */
export async function execute(
	this: IExecuteFunctions,
	itemIndex: number,
): Promise<INodeExecutionData[]> {
	const opportunityId = getOpportunityId(this, itemIndex);
	const baseTemplateId = getRequiredParameter(
		this,
		itemIndex,
		'feedbackTemplateId',
		'feedback template',
	);
	const { completedAt, createdAt, ifExists, interviewId, panelId } = this.getNodeParameter(
		'options',
		itemIndex,
		{},
	);
	const [panel, interview] = [toText(panelId), toText(interviewId)];
	if ((panel === '') !== (interview === '')) throw missingPanelError(this, itemIndex);
	const form: IDataObject = {
		baseTemplateId,
		...(panel === '' ? {} : { panel, interview }),
		fieldValues: getFieldValues(this, itemIndex),
		...withoutUndefined({
			createdAt: parseDateParameter(this, itemIndex, createdAt, 'Created At'),
			completedAt: parseDateParameter(this, itemIndex, completedAt, 'Completed At'),
		}),
	};
	const performAs = await getRequiredPerformAs(this, itemIndex);
	return [
		{
			json: await createFeedbackOnce(this, {
				opportunityId,
				form,
				performAs,
				skipExisting: ifExists !== 'add',
				itemIndex,
			}),
		},
	];
}

function missingPanelError(context: IExecuteFunctions, itemIndex: number): NodeOperationError {
	return new NodeOperationError(
		context.getNode(),
		'Feedback requires both a panel and an interview, or neither',
		{
			itemIndex,
			description: 'Enter both "Panel ID" and "Interview ID" in the options, or remove both.',
		},
	);
}
