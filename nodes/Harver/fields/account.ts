import type { IDataObject, IExecuteFunctions } from 'n8n-workflow';
import { NodeOperationError } from 'n8n-workflow';

import { resourceLocator } from '../../shared/node/resourceLocator';
import { toText, getTextParameter } from '../../shared/node/parameters';
import { cloneNodeError } from '../../shared/http/toNodeError';
import { SingleFlightCache } from '../../shared/http/SingleFlightCache';
import { harverClient } from '../transport/account';
import { harverList } from '../transport/request';

/** Milliseconds for which the accounts of a client are not asked for again. */
const MAX_AGE = 120_000;

const accountCache = new SingleFlightCache<IDataObject[]>();

/** The Harver account that an operation works in. */
export const accountField = resourceLocator({
	displayName: 'Account',
	name: 'accountId',
	description:
		'The Harver account. If empty, the one in the credential; a client with a single account needs neither.',
	searchMethod: 'searchAccounts',
	idPlaceholder: 'e.g. 5c9b8a7d6e5f4a3b2c1d0e9f',
	required: false,
});

/**
 * The id of the account for an item: the node's field, else the credential's, else the only account of the client. Throws
 * NodeOperationError when the client has several accounts and none is named, NodeApiError.
 */
export async function getAccountId(context: IExecuteFunctions, itemIndex: number): Promise<string> {
	const chosen = getTextParameter(context, itemIndex, 'accountId');
	if (chosen !== '') return chosen;
	const { accountId, key } = await harverClient(context);
	if (accountId !== '') return accountId;
	const read = async (): Promise<IDataObject[]> =>
		await harverList(context, {
			method: 'GET',
			path: '/accounts',
			description: 'list the accounts',
			itemIndex,
		});
	const accounts = await accountCache.get(key, MAX_AGE, read).catch((error: unknown) => {
		throw cloneNodeError(context.getNode(), error, itemIndex);
	});
	const [only] = accounts;
	if (only && accounts.length === 1) return toText(only.id);
	throw new NodeOperationError(
		context.getNode(),
		accounts.length === 0
			? 'The Harver client has no account'
			: 'The Harver client has several accounts and none is chosen',
		{
			itemIndex,
			description: 'Pick the account in "Account", or set its ID in the Harver credential.',
		},
	);
}
