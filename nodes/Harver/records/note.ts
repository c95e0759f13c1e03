import { asObject } from '../../shared/object';
import { toIsoDate } from '../../shared/node/parseTimestamp';

/** An application's note as an item: `{ id, body, author, createdAt, modifiedAt (ISO), … }` (docs/harver-api.md, Notes). */
export function noteItem({ id, attributes }: Record<string, unknown>): Record<string, unknown> {
	const { createdAt, modifiedAt, ...others } = asObject(attributes);
	return { id, ...others, createdAt: toIsoDate(createdAt), modifiedAt: toIsoDate(modifiedAt) };
}
