import type {
	IExecuteFunctions,
	INodeExecutionData,
	INodeProperties,
	INodePropertyOptions,
} from 'n8n-workflow';

import { inputBinaryField } from '../../fields/binary';
import { opportunityField, opportunityIdOf } from '../../fields/opportunity';
import { performAsRequiredField, requiredActingUser } from '../../fields/performAs';
import { maySkipLookUp } from '../../profile/RecentWrites';
import { fileInItem } from './fileInItem';
import { putOnProfile, type SameName } from './putOnProfile';

export const option: INodePropertyOptions = {
	name: 'Upload',
	value: 'upload',
	action: 'Upload a file',
	description: 'Put a file on the profile of a candidate, such as a report',
};

export const fields: INodeProperties[] = [
	opportunityField,
	inputBinaryField,
	performAsRequiredField,
	{
		displayName: 'Options',
		name: 'options',
		type: 'collection',
		placeholder: 'Add option',
		default: {},
		options: [
			{
				displayName: 'File Name',
				name: 'fileName',
				type: 'string',
				default: '',
				placeholder: 'e.g. Harver report.pdf',
				description:
					'The name that the file gets in Lever, with its extension. If empty, the name it has in n8n.',
			},
			{
				displayName: 'If the File Exists',
				name: 'sameName',
				type: 'options',
				options: [
					{ name: 'Add Another', value: 'add', description: 'Upload it all the same' },
					{
						name: 'Replace It',
						value: 'replace',
						description: 'Upload the new one, then delete the old ones of that name',
					},
					{
						name: 'Skip',
						value: 'skip',
						description: 'Upload nothing and give the one that is there',
					},
				],
				default: 'skip',
				description:
					'What to do when the profile has a file of that name already. Skip makes the step safe to repeat.',
			},
			{
				displayName: 'Skip the Look-Up',
				name: 'skipLookUp',
				type: 'boolean',
				default: false,
				description:
					'Whether it is known that no file of that name is there yet, such as right after the first comment on a result: saves a request. What this n8n process uploaded in the last minutes is recognised all the same. Goes with Skip.',
			},
		],
	},
];

interface UploadOptions {
	fileName?: string;
	sameName?: SameName;
	skipLookUp?: boolean;
}

/**
 * Uploads the file of the item (docs/lever-api.md, Files) and gives its record with `uploaded: true`, or the record of the one
 * that was there with `uploaded: false`. Throws NodeOperationError when the item has no such file, it is too large or
 * has no name, or no acting user is given; NodeApiError.
 */
export async function execute(
	this: IExecuteFunctions,
	itemIndex: number,
): Promise<INodeExecutionData[]> {
	const opportunityId = opportunityIdOf(this, itemIndex);
	const {
		fileName,
		sameName = 'skip',
		skipLookUp,
	} = this.getNodeParameter('options', itemIndex, {}) as UploadOptions;
	const file = await fileInItem(this, itemIndex, fileName);
	const performAs = await requiredActingUser(this, itemIndex);
	return [
		{
			json: await putOnProfile(this, {
				opportunityId,
				file,
				performAs,
				sameName,
				skipLookUp: maySkipLookUp(this, skipLookUp),
				itemIndex,
			}),
		},
	];
}
