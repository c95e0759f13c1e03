import type { IBinaryData, IExecuteFunctions } from 'n8n-workflow';
import { NodeOperationError } from 'n8n-workflow';

import type { ByteStream } from '../../../shared/http/byteStream';
import { toText } from '../../../shared/node/parameters';
import { refuseTooLarge } from '../../fields/largestFile';

/** A file to be put on a profile. */
export interface FileToUpload {
	name: string;
	contentType: string;
	/** Its bytes when n8n keeps them in the item; else how to read them from where n8n keeps them, and how many they are. */
	content: Buffer | { size: number; open: () => Promise<ByteStream> };
}

/**
 * The file in the binary field that the node names, called `fileName` when one is given. Throws NodeOperationError when
 * the item has no such field, the file has no name, or it is larger than Lever takes.
 */
export async function fileInItem(
	context: IExecuteFunctions,
	itemIndex: number,
	fileName: unknown,
): Promise<FileToUpload> {
	const field = context.getNodeParameter('binaryPropertyName', itemIndex) as string | IBinaryData;
	const binary = context.helpers.assertBinaryData(itemIndex, field);
	const name = toText(fileName) || toText(binary.fileName);
	if (name === '') {
		throw new NodeOperationError(context.getNode(), 'The file has no name', {
			itemIndex,
			description: 'Give one in the option "File Name", with its extension.',
		});
	}
	refuseTooLarge(context, itemIndex, binary.bytes ?? 0);
	const contentType = binary.mimeType || 'application/octet-stream';
	const { id } = binary;
	if (id !== undefined) {
		const { fileSize: size } = await context.helpers.getBinaryMetadata(id);
		refuseTooLarge(context, itemIndex, size);
		return {
			name,
			contentType,
			content: { size, open: async () => await context.helpers.getBinaryStream(id) },
		};
	}
	const bytes = await context.helpers.getBinaryDataBuffer(itemIndex, field);
	refuseTooLarge(context, itemIndex, bytes.length);
	return { name, contentType, content: bytes };
}
