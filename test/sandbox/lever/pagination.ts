import { z } from 'zod';

import { invalid } from './errors';

/** The query parameters of every list (docs/lever-api.md, Lists and pages). */
export const pageQuery = {
	limit: z.coerce.number().int().min(1).max(100).default(100),
	offset: z.string().optional(),
};

/** A query parameter that can be repeated. */
export const repeatable = z
	.union([z.string(), z.array(z.string())])
	.transform((value) => (Array.isArray(value) ? value : [value]));

/** A time in milliseconds. */
export const milliseconds = z.coerce.number().int();

/** For requests without query parameters. */
export const noQuery = z.object({}).strict();

/**
 * Returns one page of the matching items in Lever's envelope (docs/lever-api.md, Lists and pages). The token is an index in
 * the whole list, so records that stop matching between two pages don't shift the others.
 */
export function paginate<T>(
	all: readonly T[],
	{ limit, offset }: { limit: number; offset?: string | undefined },
	matches: (item: T) => boolean = () => true,
): { data: T[]; hasNext: boolean; next?: string } {
	const data: T[] = [];
	for (let index = offset === undefined ? 0 : parseOffset(offset); index < all.length; index++) {
		const item = all[index] as T;
		if (!matches(item)) continue;
		if (data.length === limit)
			return {
				data,
				hasNext: true,
				next: encodeURIComponent(JSON.stringify([3, index, 'sandbox'])),
			};
		data.push(item);
	}
	return { data, hasNext: false };
}

/** Returns one page with serialized items. */
export function paginateSerialized<T>(
	view: (item: T) => Record<string, unknown>,
	...list: Parameters<typeof paginate<T>>
) {
	const { data, ...envelope } = paginate(...list);
	return { data: data.map(view), ...envelope };
}

function parseOffset(offset: string): number {
	try {
		const [, start] = JSON.parse(decodeURIComponent(offset)) as unknown[];
		if (Number.isInteger(start)) return start as number;
	} catch {
		throw invalid('offset: not a token of this list');
	}
	throw invalid('offset: not a token of this list');
}
