import type {
	IBinaryData,
	IExecuteFunctions,
	INodeExecutionData,
	INodeProperties,
	INodePropertyOptions,
} from 'n8n-workflow';

import { getInputFile } from '../../fields/binary';
import { getOpportunityId, opportunityField } from '../../fields/common';
import { getRequiredPerformAs, performAsRequiredField } from '../../fields/performAs';
import { inputBinaryField } from '../../fields/binary';
import { uploadOnce, type ConflictStrategy } from './uploadOnce';

export const option: INodePropertyOptions = {
	name: 'Upload',
	value: 'upload',
	action: 'Upload a file',
	description: "Add a file, such as a report, to a candidate's profile",
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
				description: 'Overrides the file name. Include the extension.',
			},
			{
				displayName: 'If the File Exists',
				name: 'ifExists',
				type: 'options',
				options: [
					{ name: 'Add Another', value: 'add', description: 'Upload the file anyway' },
					{
						name: 'Replace',
						value: 'replace',
						description: 'Upload the file, then delete other files with the same name',
					},
					{
						name: 'Skip',
						value: 'skip',
						description: 'Upload nothing and return the existing file',
					},
				],
				default: 'skip',
				description:
					'What to do when the profile already has a file with the same name. Choose Skip to make this step safe to repeat.',
			},
			{
				displayName: 'Skip Lookup',
				name: 'skipLookup',
				type: 'boolean',
				default: false,
				description:
					'Whether to upload without checking for an existing file first. Saves one request when you know there is none. Applies only to Skip. Ignored when an execution is retried, and for ten minutes after this n8n process adds a file to the profile.',
			},
		],
	},
];

interface UploadOptions {
	fileName?: string;
	ifExists?: ConflictStrategy;
	skipLookup?: unknown;
}

/**
 * Uploads the file of the item (docs/lever-api.md, Files) and returns its record with `uploaded: true`, or the existing one
 * with `uploaded: false`. Throws NodeOperationError when the item has no usable file or no user to perform as is given;
 * NodeApiError.
 */
export async function execute(
	this: IExecuteFunctions,
	itemIndex: number,
): Promise<INodeExecutionData[]> {
	const opportunityId = getOpportunityId(this, itemIndex);
	const {
		fileName,
		ifExists = 'skip',
		skipLookup,
	} = this.getNodeParameter('options', itemIndex, {}) as UploadOptions;
	const field = this.getNodeParameter('binaryPropertyName', itemIndex) as string | IBinaryData;
	const file = await getInputFile(this, itemIndex, field, { fileName });
	const performAs = await getRequiredPerformAs(this, itemIndex);
	const json = await uploadOnce(this, {
		opportunityId,
		file,
		performAs,
		ifExists,
		skipLookup,
		itemIndex,
	});
	return [{ json }];
}
