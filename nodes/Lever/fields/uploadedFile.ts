import type { IExecuteFunctions } from 'n8n-workflow';
import { NodeOperationError } from 'n8n-workflow';

import { refuseTooLarge } from './largestFile';

/** A file of an item, ready to be sent. */
export interface UploadedFile {
	fileName: string;
	contentType: string;
	bytes: Buffer;
}

/**
 * The file in a binary property of an item. Throws NodeOperationError when the item has no such property, when the file is
 * larger than Lever takes, or when it is not of the kinds (file name endings) where those are given.
 */
export async function uploadedFile(
	context: IExecuteFunctions,
	itemIndex: number,
	property: string,
	kinds?: string[],
): Promise<UploadedFile> {
	const {
		fileName,
		fileExtension,
		mimeType,
		bytes: size = 0,
	} = context.helpers.assertBinaryData(itemIndex, property);
	const refuse = (message: string, description: string): NodeOperationError =>
		new NodeOperationError(context.getNode(), `${message} [item ${itemIndex.toString()}]`, {
			itemIndex,
			description,
		});

	const name = nameWithEnding(fileName ?? property, fileExtension);
	const kind = endingOf(name);
	if (kinds && !kinds.includes(kind)) {
		throw refuse(
			`Lever does not take the kind of file in the binary field "${property}"${kind === '' ? '' : `: .${kind}`}`,
			`Lever takes ${kinds.join(', ')}. Convert the file, or give it a name with the right ending.`,
		);
	}
	refuseTooLarge(context, itemIndex, size, property);
	const bytes = await context.helpers.getBinaryDataBuffer(itemIndex, property);
	refuseTooLarge(context, itemIndex, bytes.length, property);
	return { fileName: name, contentType: mimeType, bytes };
}

/** Lever goes by the ending of the name, which n8n may know from the content type alone. */
function nameWithEnding(fileName: string, fileExtension: string | undefined): string {
	return endingOf(fileName) === '' && fileExtension ? `${fileName}.${fileExtension}` : fileName;
}

function endingOf(fileName: string): string {
	return /\.([^.\s]+)$/u.exec(fileName)?.[1]?.toLowerCase() ?? '';
}
