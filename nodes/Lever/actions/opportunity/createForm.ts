import type { UploadedFile } from '../../fields/uploadedFile';
import type { MultipartPart } from '../../transport/multipart';
import type { NewOpportunity } from './newOpportunity';

/**
 * A new opportunity as the parts of a form, which Lever wants when files go with it: lists as `emails[]`, records as
 * `archived[reason]` (docs/lever-api.md, Opportunities). Phones go without their type: no form is known to carry it.
 */
export function createForm(
	body: NewOpportunity,
	resume: UploadedFile | undefined,
	files: UploadedFile[],
): MultipartPart[] {
	return [
		...Object.entries(body).flatMap(([name, value]) => partsOf(name, value)),
		...(resume ? [{ name: 'resumeFile', ...resume }] : []),
		...files.map((file) => ({ name: 'files[]', ...file })),
	];
}

function partsOf(name: string, value: unknown): MultipartPart[] {
	if (Array.isArray(value))
		return value.flatMap((entry: unknown) =>
			isPhone(entry)
				? [{ name: `${name}[][value]`, value: entry.value }]
				: partsOf(`${name}[]`, entry),
		);
	if (typeof value === 'object' && value !== null)
		return Object.entries(value).flatMap(([key, entry]) => partsOf(`${name}[${key}]`, entry));
	return [{ name, value: String(value) }];
}

function isPhone(entry: unknown): entry is { value: string } {
	return typeof entry === 'object' && entry !== null && 'value' in entry;
}
