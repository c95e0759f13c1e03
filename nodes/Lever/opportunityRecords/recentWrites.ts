import type { IExecuteFunctions } from 'n8n-workflow';

import { leverAccount } from '../transport/account';
import type { OpportunityRecords } from './records';

/** For how long a write is remembered, in milliseconds. */
const TTL = 10 * 60_000;
const MAX_ENTRIES = 20_000;

/** When this process last sent each kind of record to an opportunity, oldest first. */
const writes = new Map<string, number>();

/**
 * The key under which writes of a kind to an opportunity are remembered. Two credentials share nothing, so a sandbox and a
 * production account cannot be confused.
 */
export async function getWriteKey(
	context: IExecuteFunctions,
	{ kind, opportunityId }: OpportunityRecords,
): Promise<string> {
	const { accountKey } = await leverAccount(context);
	return JSON.stringify([accountKey, kind, opportunityId]);
}

/** Remembers a write for ten minutes. Called before it is sent, so that a write whose answer is lost counts too. */
export function rememberWrite(writeKey: string): void {
	const now = performance.now();
	writes.delete(writeKey);
	writes.set(writeKey, now);
	for (const [oldest, sentAt] of writes) {
		if (writes.size <= MAX_ENTRIES && now - sentAt <= TTL) break;
		writes.delete(oldest);
	}
}

/**
 * Whether a step may write without looking for an existing record first, as its option says. Not when this process has
 * just sent such a record to the same opportunity, or the execution is a retry: then the record may be there.
 */
export function canSkipLookup(
	context: IExecuteFunctions,
	option: unknown,
	writeKey: string,
): boolean {
	if (option !== true || context.getMode() === 'retry') return false;
	const sentAt = writes.get(writeKey);
	return sentAt === undefined || performance.now() - sentAt > TTL;
}
