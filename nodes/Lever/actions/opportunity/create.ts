import type {
	IDataObject,
	IExecuteFunctions,
	INodeExecutionData,
	INodeProperties,
	INodePropertyOptions,
} from 'n8n-workflow';
import { NodeOperationError } from 'n8n-workflow';

import { getTextParameter, parseList } from '../../../shared/node/parameters';
import { webAddresses } from '../../fields/links';
import { requiredActingUser } from '../../fields/performAs';
import { uploadedFile } from '../../fields/uploadedFile';
import { multipart } from '../../transport/multipart';
import { leverAnswer, recordIn } from '../../transport/request';
import { createFields } from './createFields';
import { createForm } from './createForm';
import { canBeFound, findCreated } from './findCreated';
import { newOpportunity } from './newOpportunity';

/** The kinds of file that may go with a new opportunity (docs/lever-api.md, Opportunities); .jpeg is another ending for .jpg. */
const FILE_KINDS = ['docx', 'doc', 'jpeg', 'jpg', 'js', 'pdf', 'png', 'txt'];

export const option: INodePropertyOptions = {
	name: 'Create',
	value: 'create',
	action: 'Create an opportunity',
	description:
		'Add a candidacy. Lever makes a new one every time, and links it to the person with the same e-mail address.',
};

export const fields: INodeProperties[] = createFields;

/**
 * Creates an opportunity (docs/lever-api.md, Opportunities) and gives it with `deduped`: whether Lever knew the person (`null` when that
 * is not known). Lever has no way to repeat a creation safely, so after a failure of unknown fate it is looked for first, and
 * never repeated for a person who cannot be looked for. Throws NodeOperationError for bad input, before anything is sent;
 * NodeApiError.
 */
export async function execute(
	this: IExecuteFunctions,
	itemIndex: number,
): Promise<INodeExecutionData[]> {
	const { parse, performAsPostingOwner } = this.getNodeParameter('options', itemIndex, {});
	const additionalFields = this.getNodeParameter('additionalFields', itemIndex, {});
	const resumeProperty = getTextParameter(this, itemIndex, 'resume');
	const opportunity = newOpportunity(
		{
			name: getTextParameter(this, itemIndex, 'name'),
			emails: this.getNodeParameter('emails', itemIndex, ''),
			posting: getTextParameter(this, itemIndex, 'postingId'),
			stage: getTextParameter(this, itemIndex, 'stageId'),
			hasResume: resumeProperty !== '',
			additionalFields,
		},
		this.getTimezone(),
		Date.now(),
	);
	webAddresses(this, itemIndex, opportunity.links ?? []);
	if (performAsPostingOwner === true && !opportunity.postings)
		throw ownerOfNoPosting(this, itemIndex);
	const perform_as = await requiredActingUser(this, itemIndex);
	const resume =
		resumeProperty === ''
			? undefined
			: await uploadedFile(this, itemIndex, resumeProperty, FILE_KINDS);
	const files = [];
	for (const property of parseList(additionalFields.files))
		files.push(await uploadedFile(this, itemIndex, property, FILE_KINDS));

	const startedAt = Date.now();
	const findExisting = async (): Promise<IDataObject | undefined> => {
		const found = await findCreated(this, itemIndex, opportunity, startedAt);
		return found && { data: found };
	};
	const { body } = await leverAnswer(this, {
		method: 'POST',
		path: '/opportunities',
		query: {
			perform_as,
			...(parse === true ? { parse } : {}),
			...(performAsPostingOwner === true ? { perform_as_posting_owner: true } : {}),
		},
		...(resume || files.length > 0
			? multipart(createForm(opportunity, resume, files))
			: { body: opportunity }),
		...(canBeFound(opportunity) ? { findExisting } : {}),
		description: 'create the opportunity',
		itemIndex,
	});
	const { deduped } = (body ?? {}) as IDataObject;
	return [{ json: { ...recordIn(body), deduped: deduped ?? null } }];
}

function ownerOfNoPosting(context: IExecuteFunctions, itemIndex: number): NodeOperationError {
	return new NodeOperationError(context.getNode(), 'No posting is given whose owner could act', {
		itemIndex,
		description: 'Choose the posting, or turn off "Perform As Posting Owner".',
	});
}
