import type { IBinaryData, IExecuteFunctions, INodeProperties } from 'n8n-workflow';
import { NodeOperationError } from 'n8n-workflow';

import type { ByteStream } from '../../shared/http/byteStream';
import { toSingleLine, toText } from '../../shared/node/parameters';

const MEGABYTE = 1024 * 1024;
/** Lever's limit for one file, in bytes (docs/lever-api.md, Files). */
const MAX_FILE_SIZE = 30 * MEGABYTE;

/** The field of the incoming item that contains the file. */
export const inputBinaryField: INodeProperties = {
	displayName: 'Input Binary Field',
	name: 'binaryPropertyName',
	type: 'string',
	default: 'data',
	required: true,
	placeholder: 'e.g. data',
	hint: 'The name of the input binary field containing the file to be uploaded',
};

/** The field of the outgoing item that gets the file. */
export const outputBinaryField: INodeProperties = {
	displayName: 'Put Output File in Field',
	name: 'binaryPropertyName',
	type: 'string',
	default: 'data',
	required: true,
	placeholder: 'e.g. data',
	hint: 'The name of the output binary field to put the file in',
};

/** A file of an item, ready to be sent. */
export interface InputFile {
	fileName: string;
	contentType: string;
	/** In bytes. */
	size: number;
	/** The content when n8n keeps it in the item, else how to read it from where n8n keeps it. */
	content: Buffer | (() => Promise<ByteStream>);
}

interface InputFileOptions {
	/** Overrides the name that the file has in n8n. */
	fileName?: unknown;
	/** The name of a file that has none. */
	fallbackName?: string;
	/** The accepted extensions; all when not given. */
	extensions?: string[];
}

/**
 * The file in a binary field of an item. Throws NodeOperationError when the item has no such field, or the file has no name,
 * is empty, is larger than Lever accepts, or has an extension other than those in `extensions`. The error names the field,
 * never the file, whose name may be a candidate's.
 */
export async function getInputFile(
	context: IExecuteFunctions,
	itemIndex: number,
	field: string | IBinaryData,
	{ fileName, fallbackName, extensions }: InputFileOptions = {},
): Promise<InputFile> {
	const binary = context.helpers.assertBinaryData(itemIndex, field);
	const refuse = (problem: string, description: string): NodeOperationError => {
		const where = typeof field === 'string' ? ` in the binary field "${field}"` : '';
		const message = `The file${where} ${problem}`;
		return new NodeOperationError(context.getNode(), message, { itemIndex, description });
	};
	const assertSize = (size: number): void => {
		if (size > MAX_FILE_SIZE)
			throw refuse(
				`is too large for Lever: ${(size / MEGABYTE).toFixed(1)} MB`,
				'Lever accepts files of up to 30 MB. Make the file smaller, or add a link to it instead.',
			);
		if (size === 0)
			throw refuse('is empty', 'Check the node that creates the file, then run this one again.');
	};

	const [name = ''] = [fileName, binary.fileName, fallbackName]
		.map((one) => sanitizeFileName(toText(one)))
		.filter((one) => one !== '');
	if (name === '')
		throw refuse('has no name', 'Enter a file name with an extension in the option "File Name".');
	const extension = getExtension(name) || (binary.fileExtension ?? '').toLowerCase();
	if (extensions && !extensions.includes(extension)) {
		throw refuse(
			`has a type that Lever does not accept${extension === '' ? '' : `: .${extension}`}`,
			`Lever accepts ${extensions.join(', ')}. Convert the file, or give it a name with the right extension.`,
		);
	}
	if (binary.bytes !== undefined) assertSize(binary.bytes);
	const file = {
		fileName: getExtension(name) === '' && extension !== '' ? `${name}.${extension}` : name,
		contentType: binary.mimeType || 'application/octet-stream',
	};
	const { id } = binary;
	if (id === undefined) {
		const content = await context.helpers.getBinaryDataBuffer(itemIndex, field);
		assertSize(content.length);
		return { ...file, size: content.length, content };
	}
	const { fileSize: size } = await context.helpers.getBinaryMetadata(id);
	assertSize(size);
	return { ...file, size, content: async () => await context.helpers.getBinaryStream(id) };
}

/**
 * A file name as it is sent to Lever: without the folders before it (`C:\Users\ada\report.pdf`), line ends and control
 * characters, and without the double quotes that each server reads differently. '' when nothing is left.
 */
export function sanitizeFileName(name: string): string {
	const lastPart = toSingleLine(name.split(/[/\\]/u).at(-1) ?? '').replace(/"/gu, "'");
	return /^\.*$/u.test(lastPart) ? '' : lastPart;
}

function getExtension(fileName: string): string {
	return /\.([^.\s]+)$/u.exec(fileName)?.[1]?.toLowerCase() ?? '';
}
