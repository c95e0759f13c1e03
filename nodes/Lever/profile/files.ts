import type { IDataObject, IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';

import { toText, getRequiredParameter } from '../../shared/node/parameters';
import { path } from '../../shared/http/path';
import { leverAnswer } from '../transport/request';
import { KINDS, type ProfileRecords } from './records';

/** A file's record with its size (bytes) and time (milliseconds) as numbers, which Lever may give as text (docs/lever-api.md, Times). */
export function withNumbers(file: IDataObject): IDataObject {
	const numbers = ['size', 'uploadedAt'].filter((field) => isNumeric(file[field]));
	return { ...file, ...Object.fromEntries(numbers.map((field) => [field, Number(file[field])])) };
}

/** The file of a resume; `undefined` when it has none (docs/lever-api.md, Resumes). */
export function fileOfResume({ file }: IDataObject): IDataObject | undefined {
	return typeof file === 'object' && file !== null && !Array.isArray(file)
		? (file as IDataObject)
		: undefined;
}

/** A resume's record with the numbers of its file as `withNumbers` gives them. */
export function resumeWithNumbers(resume: IDataObject): IDataObject {
	const file = fileOfResume(resume);
	return file ? { ...resume, file: withNumbers(file) } : resume;
}

/** The name of a file with its extension; '' when Lever gives none. */
export function fileNameOf(file: IDataObject): string {
	const name = toText(file.name);
	const extension = toText(file.ext);
	return name === '' || name.toLowerCase().endsWith(extension.toLowerCase())
		? name
		: `${name}${extension}`;
}

/**
 * An outgoing item with the record and the bytes of a file on a profile, read from the API's own `/download` (docs/lever-api.md,
 * Files and Resumes: `downloadUrl` needs a login on the web). The field for the file is named in `binaryPropertyName`.
 * Throws NodeOperationError when no field is named, NodeApiError.
 */
export async function downloaded(
	context: IExecuteFunctions,
	{ kind, opportunityId, itemIndex }: ProfileRecords & { itemIndex: number },
	{ json, id, file }: { json: IDataObject; id: string; file: IDataObject },
): Promise<INodeExecutionData> {
	const property = getRequiredParameter(
		context,
		itemIndex,
		'binaryPropertyName',
		'field for the file',
	);
	const { body, headers } = await leverAnswer(context, {
		method: 'GET',
		path: path`/opportunities/${opportunityId}/${kind}/${id}/download`,
		binary: true,
		description: `download the ${KINDS[kind]} ${id} of the opportunity ${opportunityId}`,
		itemIndex,
	});
	const name = fileNameOf(file) || `${KINDS[kind]}-${id}`;
	// n8n knows the type from the extension, which says more than a header that may be "octet-stream".
	const type = /\.\w+$/u.test(name) ? undefined : toText(headers['content-type']) || undefined;
	const binary = await context.helpers.prepareBinaryData(body as Buffer, name, type);
	return { json, binary: { [property]: binary } };
}

function isNumeric(value: unknown): boolean {
	return typeof value === 'string' && value.trim() !== '' && Number.isFinite(Number(value));
}
