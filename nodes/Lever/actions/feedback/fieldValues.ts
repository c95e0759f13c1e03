import type { IDataObject, IExecuteFunctions, INodeProperties } from 'n8n-workflow';
import { NodeOperationError } from 'n8n-workflow';

import { resourceLocator } from '../../../shared/node/resourceLocator';
import { toText } from '../../../shared/node/parameters';

/** The answers on a feedback form: field by field, or as JSON for fields that take more than a text (docs/lever-api.md, Feedback). */
export const fieldValuesFields: INodeProperties[] = [
	{
		displayName: 'Specify Answers',
		name: 'specifyAnswers',
		type: 'options',
		options: [
			{ name: 'Field by Field', value: 'fields' },
			{
				name: 'Using JSON',
				value: 'json',
				description: 'For scorecards and other fields that take more than a text',
			},
		],
		default: 'fields',
		description: 'How the answers are given',
	},
	{
		displayName: 'Answers',
		name: 'answers',
		type: 'fixedCollection',
		typeOptions: { multipleValues: true },
		placeholder: 'Add answer',
		default: {},
		displayOptions: { show: { specifyAnswers: ['fields'] } },
		description: 'What is filled in on the form. Fields that are left out stay empty.',
		options: [
			{
				displayName: 'Answer',
				name: 'rows',
				values: [
					resourceLocator({
						displayName: 'Field',
						name: 'id',
						description: 'The field of the form. The list shows those of the chosen template.',
						searchMethod: 'searchFeedbackFields',
						idPlaceholder: 'e.g. 06085f68-9b42-44fc-aea4-d5f9b70c0561',
					}),
					{
						displayName: 'Value',
						name: 'value',
						type: 'string',
						default: '',
						placeholder: 'e.g. 4 - Strong Hire',
						description:
							'The answer. For a field with choices, the choice as it is spelled in the template.',
					},
				],
			},
		],
	},
	{
		displayName: 'Answers',
		name: 'answersJson',
		type: 'json',
		default: '[\n\t{ "id": "", "value": "" }\n]',
		displayOptions: { show: { specifyAnswers: ['json'] } },
		description: 'A list of objects, each with the ID of a field and its value',
	},
];

/**
 * The answers given for an item, as Lever takes them. Throws NodeOperationError when one names no field or the JSON is no
 * such list.
 */
export function fieldValuesOf(context: IExecuteFunctions, itemIndex: number): IDataObject[] {
	const usesJson = context.getNodeParameter('specifyAnswers', itemIndex, 'fields') === 'json';
	const rows = usesJson
		? rowsInJson(context, itemIndex)
		: context.getNodeParameter('answers.rows', itemIndex, []);
	if (!Array.isArray(rows) || !rows.every(isRow)) {
		throw new NodeOperationError(
			context.getNode(),
			'The answers are no list of fields and values',
			{
				itemIndex,
				description:
					'Give a list such as [{ "id": "ID of the field", "value": "4 - Strong Hire" }].',
			},
		);
	}
	const values = rows.map((row) => ({ id: idOf(row.id), value: row.value ?? null }));
	const nameless = values.findIndex(({ id }) => id === '');
	if (nameless < 0) return values;
	throw new NodeOperationError(
		context.getNode(),
		`Answer ${(nameless + 1).toString()} names no field`,
		{
			itemIndex,
			description: 'Choose the field of the template that it belongs to, or remove the answer.',
		},
	);
}

function rowsInJson(context: IExecuteFunctions, itemIndex: number): unknown {
	const given: unknown = context.getNodeParameter('answersJson', itemIndex, []);
	if (typeof given !== 'string') return given;
	try {
		return JSON.parse(given) as unknown;
	} catch {
		throw new NodeOperationError(context.getNode(), 'The answers are not valid JSON', {
			itemIndex,
			description: 'Check commas, quotes and brackets in "Answers".',
		});
	}
}

function isRow(row: unknown): row is IDataObject {
	return typeof row === 'object' && row !== null && !Array.isArray(row);
}

/** n8n gives a locator inside a collection as it is, with its mode. */
function idOf(field: unknown): string {
	return typeof field === 'object' && field !== null && 'value' in field
		? toText(field.value)
		: toText(field);
}
