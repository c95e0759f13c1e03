/** Whether a value is an object with fields: not a list, not `null`. */
export function isObject(value: unknown): value is Record<string, unknown> {
	return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The fields of a value that should be an object; none when it is something else. */
export function asObject(value: unknown): Record<string, unknown> {
	return isObject(value) ? value : {};
}

/** The objects in a value that should be one or a list of them. */
export function asObjects(value: unknown): Record<string, unknown>[] {
	const all: unknown[] = Array.isArray(value) ? value : [value];
	return all.filter(
		(record): record is Record<string, unknown> => typeof record === 'object' && record !== null,
	);
}

/** What a JSON text says; `undefined` when it is not JSON. */
export function parseJson(text: string): unknown {
	try {
		return JSON.parse(text) as unknown;
	} catch {
		return undefined;
	}
}
