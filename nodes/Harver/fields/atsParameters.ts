import type { IDataObject, INodeProperties } from 'n8n-workflow';

import { getRows, toText } from '../../shared/node/parameters';

/** Builds the field in which the user adds ATS parameters, with the length that Harver allows for their values. */
export function buildParametersField(
	field: Pick<INodeProperties, 'name' | 'description' | 'required'>,
	maxValueLength: number,
): INodeProperties {
	return {
		displayName: 'ATS Parameters',
		type: 'fixedCollection',
		typeOptions: { multipleValues: true },
		placeholder: 'Add parameter',
		default: {},
		...field,
		options: [
			{
				displayName: 'Parameter',
				name: 'rows',
				values: [
					{
						displayName: 'Name',
						name: 'name',
						type: 'string',
						default: '',
						description: 'Use only letters, digits, - and _',
					},
					{
						displayName: 'Value',
						name: 'value',
						type: 'string',
						default: '',
						description: `Maximum ${maxValueLength.toString()} characters`,
					},
				],
			},
		],
	};
}

/** Returns the ATS parameters in such a field; rows without a name are left out. */
export function getParameters(value: unknown): Record<string, string> {
	const pairs = getRows(value as IDataObject).map(({ name, value }) => [
		toText(name),
		toText(value),
	]);
	return Object.fromEntries(pairs.filter(([name]) => name !== '')) as Record<string, string>;
}
