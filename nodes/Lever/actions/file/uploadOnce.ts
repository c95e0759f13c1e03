import type { IDataObject, IExecuteFunctions } from 'n8n-workflow';

import { hasId } from '../../../shared/http/responseBody';
import { path } from '../../../shared/http/path';
import type { ServiceRequest } from '../../../shared/http/types';
import { withLock } from '../../../shared/http/withLock';
import { toText } from '../../../shared/node/parameters';
import { sanitizeFileName, type InputFile } from '../../fields/binary';
import { getFileName, normalizeFile } from '../../opportunityRecords/files';
import { canSkipLookup, getWriteKey, rememberWrite } from '../../opportunityRecords/recentWrites';
import {
	deleteOpportunityRecord,
	getOpportunityRecords,
	type OpportunityRecords,
} from '../../opportunityRecords/records';
import { multipart, streamedForm } from '../../transport/multipart';
import { leverRequest } from '../../transport/request';

/** What to do when the opportunity has a file of the same name. */
export type ConflictStrategy = 'add' | 'replace' | 'skip';

interface Upload {
	opportunityId: string;
	file: InputFile;
	performAs: string;
	ifExists: ConflictStrategy;
	/** With 'skip': upload without looking for an existing file, where that is safe. */
	skipLookup: unknown;
	itemIndex: number;
}

/**
 * Uploads a file as `ifExists` says (docs/lever-api.md, Files) and returns its record with `uploaded: true`, or the record of
 * the existing file with `uploaded: false`. Uploads to one opportunity wait for each other, so that concurrent ones find
 * each other's file. Throws NodeApiError.
 */
export async function uploadOnce(context: IExecuteFunctions, upload: Upload): Promise<IDataObject> {
	const { opportunityId, ifExists, performAs, itemIndex } = upload;
	const files: OpportunityRecords = { kind: 'files', opportunityId, itemIndex };
	return await withLock(`upload ${opportunityId}`, async () => {
		const writeKey = await getWriteKey(context, files);
		const skipLookup = ifExists === 'skip' && canSkipLookup(context, upload.skipLookup, writeKey);
		const existing = skipLookup ? [] : await findFiles(context, upload);
		const [newest] = existing.toSorted((one, other) => getUploadTime(other) - getUploadTime(one));
		if (ifExists === 'skip' && newest) return { ...newest, uploaded: false };

		rememberWrite(writeKey);
		const uploaded = await uploadFile(context, upload, existing);
		if (ifExists !== 'replace') return { ...uploaded, uploaded: true };

		const replaced = existing.map(({ id }) => toText(id)).filter((id) => id !== uploaded.id);
		for (const id of replaced) {
			await deleteOpportunityRecord(context, files, id, {
				query: { perform_as: performAs },
				hint: 'The new file was uploaded. Delete the old one in Lever, or run this node again.',
			});
		}
		return { ...uploaded, uploaded: true, replaced };
	});
}

/** Sends the file. When the answer is lost, a file of that name and size that did not exist before is the uploaded one. */
async function uploadFile(
	context: IExecuteFunctions,
	upload: Upload,
	existing: IDataObject[],
): Promise<IDataObject> {
	const { opportunityId, file, performAs, itemIndex } = upload;
	const existingIds = new Set(existing.map(({ id }) => id));
	const uploaded = await leverRequest(context, {
		method: 'POST',
		path: path`/opportunities/${opportunityId}/files`,
		query: { perform_as: performAs },
		...buildForm(file),
		isComplete: hasId,
		findExisting: async () =>
			(await findFiles(context, upload)).find(
				({ id, size }) => !existingIds.has(id) && (typeof size !== 'number' || size === file.size),
			),
		description: `upload a file to the opportunity ${opportunityId}`,
		itemIndex,
	});
	return { ...normalizeFile(uploaded), opportunityId };
}

function buildForm({
	fileName,
	contentType,
	size,
	content,
}: InputFile): Pick<ServiceRequest, 'body' | 'bodyStream' | 'headers'> {
	const part = { name: 'file', fileName, contentType };
	return Buffer.isBuffer(content)
		? multipart([{ ...part, bytes: content }])
		: streamedForm({ ...part, size, open: content });
}

async function findFiles(
	context: IExecuteFunctions,
	{ opportunityId, file, itemIndex }: Upload,
): Promise<IDataObject[]> {
	const files = await getOpportunityRecords(context, { kind: 'files', opportunityId, itemIndex });
	return files.filter((one) => isSameFileName(getFileName(one), file.fileName)).map(normalizeFile);
}

/**
 * Whether a file that Lever lists has the name that was sent. A server may read the name as Latin-1, decompose its accents,
 * replace half an emoji, or write the extension in lower case.
 */
function isSameFileName(listed: string, sent: string): boolean {
	const asLatin1 = Buffer.from(sent).toString('latin1');
	return [sent, asLatin1].some((name) => normalizeName(name) === normalizeName(listed));
}

function normalizeName(name: string): string {
	return Buffer.from(sanitizeFileName(name))
		.toString()
		.normalize('NFC')
		.replace(/\s+/gu, ' ')
		.replace(/\.[^.]*$/u, (extension) => extension.toLowerCase());
}

function getUploadTime({ uploadedAt }: IDataObject): number {
	return Number(uploadedAt ?? 0);
}
