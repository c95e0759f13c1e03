import type { IDataObject, IExecuteFunctions } from 'n8n-workflow';

import { withLock } from '../../../shared/http/withLock';
import { toText } from '../../../shared/node/parameters';
import { path } from '../../../shared/http/path';
import type { ServiceRequest } from '../../../shared/http/types';
import { fileNameOf, withNumbers } from '../../profile/files';
import { deleteProfileRecord, profileRecords } from '../../profile/records';
import { multipart, streamedForm } from '../../transport/multipart';
import { leverRequest } from '../../transport/request';
import type { FileToUpload } from './fileInItem';
import { recentFiles } from './recentFiles';

/** What to do when the profile has a file of the same name. */
export type SameName = 'add' | 'replace' | 'skip';

interface Upload {
	opportunityId: string;
	file: FileToUpload;
	performAs: string;
	sameName: SameName;
	/** Whether, with 'skip', what this process remembers does instead of the list of files. */
	skipLookUp: boolean;
	itemIndex: number;
}

/**
 * Puts a file on a profile, as `sameName` says, and gives its record with `uploaded`. Files of one name for one profile
 * go one after another in this process, so that two at the same instant see each other. Throws NodeApiError.
 */
export async function putOnProfile(
	context: IExecuteFunctions,
	upload: Upload,
): Promise<IDataObject> {
	const { opportunityId, file, sameName, performAs, itemIndex } = upload;
	return await withLock(`upload ${opportunityId} ${file.name}`, async () => {
		const earlier = await filesBefore(context, upload);
		const newest = earlier.reduce<IDataObject | undefined>(
			(latest, one) => (uploadedAt(one) >= uploadedAt(latest) ? one : latest),
			undefined,
		);
		if (sameName === 'skip' && newest) return { ...newest, uploaded: false };

		const uploaded = await recentFiles.writing(
			opportunityId,
			file.name,
			async () => await send(context, upload, earlier),
		);
		const replaced =
			sameName === 'replace'
				? earlier.map(({ id }) => toText(id)).filter((id) => id !== uploaded.id)
				: [];
		for (const id of replaced) {
			await deleteProfileRecord(context, { kind: 'files', opportunityId, itemIndex }, id, {
				query: { perform_as: performAs },
				hint: 'The new file is on the profile already; only this old one is left.',
			});
		}
		return { ...uploaded, uploaded: true, ...(sameName === 'replace' ? { replaced } : {}) };
	});
}

/** Sends the file. When Lever does not say whether it took it, a file of that name and size that was not there before is it. */
async function send(
	context: IExecuteFunctions,
	upload: Upload,
	earlier: IDataObject[],
): Promise<IDataObject> {
	const { opportunityId, file, performAs, itemIndex } = upload;
	const idsBefore = new Set(earlier.map(({ id }) => id));
	const answered = await leverRequest(context, {
		method: 'POST',
		path: path`/opportunities/${opportunityId}/files`,
		query: { perform_as: performAs },
		...formOf(file),
		findExisting: async () => {
			const now = await filesOfThatName(context, upload);
			return now.find(
				({ id, size }) => !idsBefore.has(id) && (typeof size !== 'number' || size === sizeOf(file)),
			);
		},
		description: `upload a file to the opportunity ${opportunityId}`,
		itemIndex,
	});
	return { ...withNumbers(answered), opportunityId };
}

function formOf({
	name: fileName,
	contentType,
	content,
}: FileToUpload): Pick<ServiceRequest, 'body' | 'bodyStream' | 'headers'> {
	const part = { name: 'file', fileName, contentType };
	return Buffer.isBuffer(content)
		? multipart([{ ...part, bytes: content }])
		: streamedForm({ ...part, ...content });
}

function sizeOf({ content }: FileToUpload): number {
	return Buffer.isBuffer(content) ? content.length : content.size;
}

/** The files of that name before the upload: by what this process knows when that is to do. */
async function filesBefore(context: IExecuteFunctions, upload: Upload): Promise<IDataObject[]> {
	const { opportunityId, file, sameName, skipLookUp } = upload;
	const isIt = (name: string): boolean => name === file.name;
	if (sameName !== 'skip' || !skipLookUp || recentFiles.isInDoubt(opportunityId, isIt))
		return await filesOfThatName(context, upload);
	const recent = recentFiles.find(opportunityId, isIt);
	return recent ? [recent] : [];
}

async function filesOfThatName(
	context: IExecuteFunctions,
	{ opportunityId, file, itemIndex }: Upload,
): Promise<IDataObject[]> {
	const files = await profileRecords(context, { kind: 'files', opportunityId, itemIndex });
	return files.filter((one) => fileNameOf(one) === file.name).map(withNumbers);
}

function uploadedAt(file: IDataObject | undefined): number {
	return Number(file?.uploadedAt ?? 0);
}
