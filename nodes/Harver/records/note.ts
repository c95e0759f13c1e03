import { fieldsOf } from './fieldsOf';
import { isoOf } from './instant';

/** An application's note as an item: `{ id, body, author, createdAt, modifiedAt (ISO), … }` (contract harver, notes). */
export function noteItem({ id, attributes }: Record<string, unknown>): Record<string, unknown> {
	const { createdAt, modifiedAt, ...others } = fieldsOf(attributes);
	return { id, ...others, createdAt: isoOf(createdAt), modifiedAt: isoOf(modifiedAt) };
}
