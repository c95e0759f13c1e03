import { z } from 'zod';

import { invalid } from './errors';

/** The query of every list (contract lever §1.6). */
export const pageQuery = {
	limit: z.coerce.number().int().min(1).max(100).default(100),
	offset: z.string().optional(),
};

/** A repeatable query parameter: one value or several. */
export const many = z.union([z.string(), z.array(z.string())]).transform((value) => (Array.isArray(value) ? value : [value]));

/** A number of milliseconds in a query. */
export const milliseconds = z.coerce.number().int();

/** One page of a list in Lever's envelope; `next` looks like the tokens seen in practice and is absent on the last page. */
export function page<T>(all: T[], { limit, offset }: { limit: number; offset?: string | undefined }): { data: T[]; hasNext: boolean; next?: string } {
	const start = offset === undefined ? 0 : startOf(offset);
	const end = start + limit;
	const data = all.slice(start, end);
	return end < all.length ? { data, hasNext: true, next: encodeURIComponent(JSON.stringify([3, end, 'sandbox'])) } : { data, hasNext: false };
}

function startOf(offset: string): number {
	try {
		const [, start] = JSON.parse(decodeURIComponent(offset)) as unknown[];
		if (typeof start === 'number') return start;
	} catch {
		throw invalid('offset: not a token of this list');
	}
	throw invalid('offset: not a token of this list');
}
