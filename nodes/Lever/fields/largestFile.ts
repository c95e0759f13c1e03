import type { IExecuteFunctions } from 'n8n-workflow';
import { NodeOperationError } from 'n8n-workflow';

const MEGABYTE = 1024 * 1024;
/** Lever's limit for one file in bytes (docs/lever-api.md, Files), read in the way that refuses least. */
const LARGEST_FILE = 30 * MEGABYTE;

/**
 * Refuses a file (bytes) that is larger than Lever takes. Throws NodeOperationError, without the name of the file, which
 * may be that of a candidate.
 */
export function refuseTooLarge(
	context: IExecuteFunctions,
	itemIndex: number,
	size: number,
	field?: string,
): void {
	if (size <= LARGEST_FILE) return;
	const which = field === undefined ? 'The file' : `The file in the binary field "${field}"`;
	throw new NodeOperationError(
		context.getNode(),
		`${which} is too large for Lever: ${(size / MEGABYTE).toFixed(1)} MB [item ${itemIndex.toString()}]`,
		{
			itemIndex,
			description:
				'Lever takes files of up to 30 MB. Make it smaller, or put a link to it on the profile instead.',
		},
	);
}
