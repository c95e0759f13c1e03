import type {
	IDataObject,
	IExecuteFunctions,
	INodeExecutionData,
	INodeProperties,
	INodePropertyOptions,
} from 'n8n-workflow';
import { NodeOperationError } from 'n8n-workflow';

import { hasId, unwrapRecord } from '../../../shared/http/responseBody';
import { getTextParameter, parseList } from '../../../shared/node/parameters';
import { getInputFile } from '../../fields/binary';
import { assertWebAddresses } from '../../fields/lists';
import { getRequiredPerformAs } from '../../fields/performAs';
import { multipart } from '../../transport/multipart';
import { leverRawRequest } from '../../transport/request';
import { buildForm, buildOpportunity, type UploadedFile } from './createBody';
import { createFields } from './createFields';
import { findCreated, isIdentifiable } from './findCreated';

/** The types of file that Lever accepts with a new opportunity (docs/lever-api.md, Opportunities); .jpeg is another .jpg. */
const EXTENSIONS = ['docx', 'doc', 'jpeg', 'jpg', 'js', 'pdf', 'png', 'txt'];

export const option: INodePropertyOptions = {
	name: 'Create',
	value: 'create',
	action: 'Create an opportunity',
	description:
		'Create a new opportunity, even if the candidate already has one. Lever links it to the contact with the same email address.',
};

export const fields: INodeProperties[] = createFields;

/**
 * Creates an opportunity (docs/lever-api.md, Opportunities) and returns it with `deduped`: whether Lever already had the
 * contact (`null` when unknown). Lever has no idempotency key, so when the answer is lost the opportunity is looked for, and
 * never created again for a candidate who cannot be looked for. Throws NodeOperationError for invalid input, before anything
 * is sent; NodeApiError.
 */
export async function execute(
	this: IExecuteFunctions,
	itemIndex: number,
): Promise<INodeExecutionData[]> {
	const { parse, performAsPostingOwner } = this.getNodeParameter('options', itemIndex, {});
	const additionalFields = this.getNodeParameter('additionalFields', itemIndex, {});
	const resumeField = getTextParameter(this, itemIndex, 'resume');
	const opportunity = buildOpportunity(
		{
			name: getTextParameter(this, itemIndex, 'name'),
			emails: this.getNodeParameter('emails', itemIndex, ''),
			posting: getTextParameter(this, itemIndex, 'postingId'),
			stage: getTextParameter(this, itemIndex, 'stageId'),
			hasResume: resumeField !== '',
			additionalFields,
		},
		this.getTimezone(),
		Date.now(),
	);
	assertWebAddresses(this, itemIndex, opportunity.links ?? []);
	if (performAsPostingOwner === true && !opportunity.postings)
		throw postingRequiredError(this, itemIndex);
	const perform_as = await getRequiredPerformAs(this, itemIndex);
	const resume = resumeField === '' ? undefined : await readFile(this, itemIndex, resumeField);
	const files: UploadedFile[] = [];
	for (const field of parseList(additionalFields.files))
		files.push(await readFile(this, itemIndex, field));

	const startedAt = Date.now();
	const findExisting = async (): Promise<IDataObject | undefined> => {
		const found = await findCreated(this, itemIndex, opportunity, startedAt);
		return found && { data: found };
	};
	const { body } = await leverRawRequest(this, {
		method: 'POST',
		path: '/opportunities',
		query: {
			perform_as,
			...(parse === true ? { parse } : {}),
			...(performAsPostingOwner === true ? { perform_as_posting_owner: true } : {}),
		},
		...(resume || files.length > 0
			? multipart(buildForm(opportunity, resume, files))
			: { body: opportunity }),
		...(isIdentifiable(opportunity) ? { findExisting } : {}),
		isComplete: hasId,
		description: 'create the opportunity',
		itemIndex,
	});
	const { deduped } = (body ?? {}) as IDataObject;
	return [{ json: { ...unwrapRecord(body), deduped: deduped ?? null } }];
}

async function readFile(
	context: IExecuteFunctions,
	itemIndex: number,
	field: string,
): Promise<UploadedFile> {
	const { fileName, contentType, content } = await getInputFile(context, itemIndex, field, {
		fallbackName: field,
		extensions: EXTENSIONS,
	});
	const bytes = Buffer.isBuffer(content)
		? content
		: await context.helpers.getBinaryDataBuffer(itemIndex, field);
	return { fileName, contentType, bytes };
}

function postingRequiredError(context: IExecuteFunctions, itemIndex: number): NodeOperationError {
	return new NodeOperationError(
		context.getNode(),
		'"Perform As Posting Owner" requires a posting',
		{ itemIndex, description: 'Choose a posting, or turn off the option.' },
	);
}
