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
	description: 'Add a file, such as a report, to the profile of a candidate',
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
				description: 'Overrides the name of the file. Include the extension.',
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
						description: 'Upload the file, then delete the others of the same name',
					},
					{
						name: 'Skip',
						value: 'skip',
						description: 'Upload nothing and return the existing file',
					},
				],
				default: 'skip',
				description:
					'What to do when the profile already has a file of the same name. Skip makes the step safe to repeat.',
			},
			{
				displayName: 'Skip Lookup',
				name: 'skipLookup',
				type: 'boolean',
				default: false,
				description:
					'Whether to upload without looking for an existing file first. Saves a request if you know that there is none. Used only with Skip. Ignored when an execution is retried, and for ten minutes after this n8n process has added a file to the profile.',
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
