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
import { opportunityField, opportunityIdOf } from '../../fields/opportunity';
import { performAsRequiredField, requiredActingUser } from '../../fields/performAs';
import { parseDateParameter } from '../../../shared/node/parameters';
import { fieldValuesFields, fieldValuesOf } from './fieldValues';
import { giveFeedback } from './giveFeedback';

export const option: INodePropertyOptions = {
	name: 'Create',
	value: 'create',
	action: 'Create a feedback form',
	description: 'Give feedback on a candidate, on the form of a template',
};

export const fields: INodeProperties[] = [
	opportunityField,
	resourceLocator({
		displayName: 'Template',
		name: 'feedbackTemplateId',
		description: 'The feedback template whose form is filled in',
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
				description: 'When the form was filled in. If empty, now.',
			},
			{
				displayName: 'Created At',
				name: 'createdAt',
				type: 'dateTime',
				default: '',
				description: 'When the form was made. If empty, now.',
			},
			{
				displayName: 'If the Same Feedback Exists',
				name: 'sameFeedback',
				type: 'options',
				options: [
					{ name: 'Add Another', value: 'add', description: 'Create it all the same' },
					{
						name: 'Skip',
						value: 'skip',
						description: 'Create nothing and give the one that is there',
					},
				],
				default: 'skip',
				description:
					'What to do when the user has given feedback on this template, for this interview, already. Skip makes the step safe to repeat.',
			},
			{
				displayName: 'Interview ID',
				name: 'interviewId',
				type: 'string',
				default: '',
				description: 'The interview that the feedback is about. Lever demands its panel with it.',
			},
			{
				displayName: 'Panel ID',
				name: 'panelId',
				type: 'string',
				default: '',
				description: 'The interview panel that the interview is part of',
			},
		],
	},
];

/**
 * Gives feedback on an opportunity (docs/lever-api.md, Feedback), with `created: false` when the same was there already. Throws
 * NodeOperationError when an ID, the acting user, a field's value or one of panel and interview is missing; NodeApiError.
 */
export async function execute(
	this: IExecuteFunctions,
	itemIndex: number,
): Promise<INodeExecutionData[]> {
	const opportunityId = opportunityIdOf(this, itemIndex);
	const baseTemplateId = getRequiredParameter(
		this,
		itemIndex,
		'feedbackTemplateId',
		'feedback template',
	);
	const { completedAt, createdAt, sameFeedback, interviewId, panelId } = this.getNodeParameter(
		'options',
		itemIndex,
		{},
	);
	const [panel, interview] = [toText(panelId), toText(interviewId)];
	if ((panel === '') !== (interview === '')) throw panelAndInterview(this, itemIndex);
	const form: IDataObject = {
		baseTemplateId,
		...(panel === '' ? {} : { panel, interview }),
		fieldValues: fieldValuesOf(this, itemIndex),
		...withoutUndefined({
			createdAt: parseDateParameter(this, itemIndex, createdAt, 'Created At'),
			completedAt: parseDateParameter(this, itemIndex, completedAt, 'Completed At'),
		}),
	};
	const performAs = await requiredActingUser(this, itemIndex);
	return [
		{
			json: await giveFeedback(this, {
				opportunityId,
				form,
				performAs,
				skipSame: sameFeedback !== 'add',
				itemIndex,
			}),
		},
	];
}

function panelAndInterview(context: IExecuteFunctions, itemIndex: number): NodeOperationError {
	return new NodeOperationError(
		context.getNode(),
		'Feedback belongs to both a panel and an interview, or to neither',
		{
			itemIndex,
			description:
				'Fill in both "Panel ID" and "Interview ID" in the options, or leave both empty.',
		},
	);
}
