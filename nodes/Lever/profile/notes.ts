import type { IDataObject } from 'n8n-workflow';

/** One text of a note, and when it was written in milliseconds. */
export interface NoteText {
	text: string;
	createdAt: number;
}

/** The texts of a note: they stand in its fields, of which a reply is one (docs/lever-api.md, Notes). */
export function textsOfNote({ fields, value, createdAt }: IDataObject): NoteText[] {
	const parts = [
		...(Array.isArray(fields) ? (fields as (IDataObject | null)[]) : []),
		{ value, createdAt },
	];
	return parts.flatMap((part) =>
		typeof part?.value === 'string'
			? [{ text: part.value, createdAt: Number(part.createdAt ?? createdAt ?? 0) }]
			: [],
	);
}
