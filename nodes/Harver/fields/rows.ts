import type { IDataObject } from 'n8n-workflow';

/** The rows of a field in which the user adds as many as they like. */
export function rowsOf(collection: unknown): IDataObject[] {
	const rows = (collection as IDataObject | undefined)?.rows;
	return Array.isArray(rows) ? (rows as IDataObject[]) : [];
}
