/** What a field may be, as n8n's own output previews say it: types and nesting, never values. */
export interface Schema {
	type: string;
	properties?: Record<string, Schema>;
	items?: Schema;
}

/** The shape that all the values share; fields that only some have are there too, in the order in which they come. */
export function schemaOf(values: unknown[]): Schema {
	const known = values.filter((value) => value !== null && value !== undefined);
	const type = typeOf(known[0]);
	const alike = known.filter((value) => typeOf(value) === type);
	if (type === 'array') {
		const entries = alike.flatMap((value) => value as unknown[]);
		return entries.length === 0 ? { type } : { type, items: schemaOf(entries) };
	}
	if (type === 'object')
		return { type, properties: propertiesOf(alike as Record<string, unknown>[]) };
	return { type: type === 'integer' && !alike.every(Number.isInteger) ? 'number' : type };
}

function propertiesOf(records: Record<string, unknown>[]): Record<string, Schema> {
	const names = new Set(records.flatMap((record) => Object.keys(record)));
	return Object.fromEntries(
		[...names].map((name) => [name, schemaOf(records.map((record) => record[name]))]),
	);
}

function typeOf(value: unknown): string {
	if (value === null || value === undefined) return 'null';
	if (Array.isArray(value)) return 'array';
	if (typeof value === 'number') return 'integer';
	return typeof value;
}
