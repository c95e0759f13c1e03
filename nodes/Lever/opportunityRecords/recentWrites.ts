import type { IExecuteFunctions } from 'n8n-workflow';

import { leverAccount } from '../transport/account';
import type { OpportunityRecords } from './records';

/** For how long a write is remembered, in milliseconds. */
const TTL = 10 * 60_000;
const MAX_ENTRIES = 20_000;

/** When this process last sent a record of a kind to an opportunity, the longest ago first. */
const writes = new Map<string, number>();

/** Remembers a write for ten minutes. Called before it is sent, so that a write whose answer is lost counts too. */
export async function rememberWrite(
	context: IExecuteFunctions,
	records: OpportunityRecords,
): Promise<void> {
	const key = await getKey(context, records);
	const now = performance.now();
	writes.delete(key);
	writes.set(key, now);
	for (const [oldest, sentAt] of writes) {
		if (writes.size <= MAX_ENTRIES && now - sentAt <= TTL) break;
		writes.delete(oldest);
	}
}

/**
 * Whether a step may write without looking for an existing record first, as its option says. Not when this process has
 * just sent such a record to the same opportunity, or the execution is a retry: then the record may be there.
 */
export async function canSkipLookup(
	context: IExecuteFunctions,
	option: unknown,
	records: OpportunityRecords,
): Promise<boolean> {
	if (option !== true || context.getMode() === 'retry') return false;
	const sentAt = writes.get(await getKey(context, records));
	return sentAt === undefined || performance.now() - sentAt > TTL;
}

/** Two credentials share nothing, so a sandbox and a production account cannot be confused. */
async function getKey(
	context: IExecuteFunctions,
	{ kind, opportunityId }: OpportunityRecords,
): Promise<string> {
	const { accountKey } = await leverAccount(context);
	return JSON.stringify([accountKey, kind, opportunityId]);
}
