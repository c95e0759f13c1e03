import type { IDataObject, IExecuteFunctions, INodeProperties } from 'n8n-workflow';
import { NodeOperationError } from 'n8n-workflow';

import { resourceLocator } from '../../../shared/node/resourceLocator';
import { toText } from '../../../shared/node/parameters';
import { asObject, isObject, parseJson } from '../../../shared/object';

/** The answers on a feedback form: field by field, or as JSON for fields that take more than text (docs/lever-api.md, Feedback). */
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
				description: 'For scorecards and other fields that take more than text',
			},
		],
		default: 'fields',
		description: 'How to enter the answers',
	},
	{
		displayName: 'Answers',
		name: 'answers',
		type: 'fixedCollection',
		typeOptions: { multipleValues: true },
		placeholder: 'Add answer',
		default: {},
		displayOptions: { show: { specifyAnswers: ['fields'] } },
		description: 'The answers to fill in. Other fields stay empty.',
		options: [
			{
				displayName: 'Answer',
				name: 'rows',
				values: [
					resourceLocator({
						displayName: 'Field',
						name: 'id',
						description: 'The field of the form. The list shows the fields of the chosen template.',
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
							'The answer. For a field with choices, enter one of them exactly as in the template.',
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

/** The answers for an item as Lever expects them. Throws NodeOperationError when one has no field, or the JSON is not a list of answers. */
export function getFieldValues(context: IExecuteFunctions, itemIndex: number): IDataObject[] {
	const usesJson = context.getNodeParameter('specifyAnswers', itemIndex, 'fields') === 'json';
	const rows = usesJson
		? parseJsonRows(context, itemIndex)
		: context.getNodeParameter('answers.rows', itemIndex, []);
	if (!Array.isArray(rows) || !rows.every(isObject)) {
		throw new NodeOperationError(
			context.getNode(),
			'The answers are not a list of fields and values',
			{
				itemIndex,
				description:
					'Enter a list such as [{ "id": "ID of the field", "value": "4 - Strong Hire" }].',
			},
		);
	}
	const values = rows.map((row) => ({ id: getId(row.id), value: row.value ?? null }));
	const nameless = values.findIndex(({ id }) => id === '');
	if (nameless < 0) return values;
	throw new NodeOperationError(
		context.getNode(),
		`Answer ${(nameless + 1).toString()} has no field`,
		{
			itemIndex,
			description: 'Choose a field of the template, or remove the answer.',
		},
	);
}

function parseJsonRows(context: IExecuteFunctions, itemIndex: number): unknown {
	const given: unknown = context.getNodeParameter('answersJson', itemIndex, []);
	if (typeof given !== 'string') return given;
	const parsed = parseJson(given);
	if (parsed !== undefined) return parsed;
	throw new NodeOperationError(context.getNode(), 'The answers are not valid JSON', {
		itemIndex,
		description: 'Check commas, quotes and brackets in "Answers".',
	});
}

/** Inside a collection, n8n passes a resource locator as an object. */
function getId(field: unknown): string {
	return toText(field) || toText(asObject(field).value);
}
