import { isRecord } from './isRecord';

/**
 * The id of the opportunity that an item is about, or `undefined`: an item of this package's nodes names it as
 * `opportunityId`, in `lever` (applications) or in `data` (deliveries), or is the opportunity itself.
 */
export function opportunityIn(json: Record<string, unknown>): string | undefined {
	const named = [json, json.lever, json.data].map((part) =>
		isRecord(part) ? part.opportunityId : undefined,
	);
	const own = 'stage' in json && 'contact' in json ? json.id : undefined;
	return [...named, own].find(
		(id): id is string => typeof id === 'string' && /^[\w-]{1,64}$/u.test(id),
	);
}
