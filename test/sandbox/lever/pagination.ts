import { z } from 'zod';

import { invalid } from './errors';

/** The query of every list (docs/lever-api.md, Lists and pages). */
export const pageQuery = {
	limit: z.coerce.number().int().min(1).max(100).default(100),
	offset: z.string().optional(),
};

/** A repeatable query parameter: one value or several. */
export const repeatable = z
	.union([z.string(), z.array(z.string())])
	.transform((value) => (Array.isArray(value) ? value : [value]));

/** A number of milliseconds in a query. */
export const milliseconds = z.coerce.number().int();

/** The query of a call that takes no parameters. */
export const noQuery = z.object({}).strict();

/**
 * One page, in Lever's envelope, of what fits in a list; `next` looks like the tokens seen in practice and is absent on the
 * last page. The token stands for a place in the whole list: what stops fitting between two pages moves nothing else.
 */
export function paginate<T>(
	all: readonly T[],
	{ limit, offset }: { limit: number; offset?: string | undefined },
	fits: (item: T) => boolean = () => true,
): { data: T[]; hasNext: boolean; next?: string } {
	const data: T[] = [];
	for (let index = offset === undefined ? 0 : parseOffset(offset); index < all.length; index++) {
		const item = all[index] as T;
		if (!fits(item)) continue;
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

/** The same with each item as Lever answers it. */
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
