import type { IDataObject, IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';

import { path } from '../../shared/http/path';
import { getRequiredParameter, toText } from '../../shared/node/parameters';
import { isObject } from '../../shared/object';
import { leverRawRequest } from '../transport/request';
import { RECORD_NAMES, type OpportunityRecords } from './records';

/** A file with its size (bytes) and time (milliseconds) as numbers, which Lever may send as text (docs/lever-api.md, Times). */
export function normalizeFile(file: IDataObject): IDataObject {
	const numbers = ['size', 'uploadedAt'].filter((field) => isNumeric(file[field]));
	return { ...file, ...Object.fromEntries(numbers.map((field) => [field, Number(file[field])])) };
}

/** The file of a resume; `undefined` when it has none (docs/lever-api.md, Resumes). */
export function getResumeFile({ file }: IDataObject): IDataObject | undefined {
	return isObject(file) ? (file as IDataObject) : undefined;
}

/** A resume with its file normalized. */
export function normalizeResume(resume: IDataObject): IDataObject {
	const file = getResumeFile(resume);
	return file ? { ...resume, file: normalizeFile(file) } : resume;
}

/** The name of a file with its extension; '' when Lever sends none. */
export function getFileName(file: IDataObject): string {
	const name = toText(file.name);
	const extension = toText(file.ext);
	return name === '' || name.toLowerCase().endsWith(extension.toLowerCase())
		? name
		: `${name}${extension}`;
}

/**
 * An outgoing item with a record and the content of its file, which goes into the field named in `binaryPropertyName`. Read
 * from the API's `/download`, because `downloadUrl` requires a browser login (docs/lever-api.md, Files). Throws
 * NodeOperationError when no field is named, NodeApiError.
 */
export async function downloadFile(
	context: IExecuteFunctions,
	{ kind, opportunityId, itemIndex }: OpportunityRecords & { itemIndex: number },
	{ json, id, file }: { json: IDataObject; id: string; file: IDataObject },
): Promise<INodeExecutionData> {
	const property = getRequiredParameter(context, itemIndex, 'binaryPropertyName', 'output field');
	const { body, headers } = await leverRawRequest(context, {
		method: 'GET',
		path: path`/opportunities/${opportunityId}/${kind}/${id}/download`,
		expects: 'file',
		description: `download the ${RECORD_NAMES[kind]} ${id} of the opportunity ${opportunityId}`,
		itemIndex,
	});
	const name = getFileName(file) || `${RECORD_NAMES[kind]}-${id}`;
	// n8n derives the type from the extension, which says more than a header that may be "octet-stream".
	const type = /\.\w+$/u.test(name) ? undefined : toText(headers['content-type']) || undefined;
	const binary = await context.helpers.prepareBinaryData(body as Buffer, name, type);
	return { json, binary: { [property]: binary } };
}

function isNumeric(value: unknown): boolean {
	return typeof value === 'string' && value.trim() !== '' && Number.isFinite(Number(value));
}
