import type { IDataObject, IExecuteFunctions } from 'n8n-workflow';
import { NodeOperationError } from 'n8n-workflow';

import { SingleFlightCache } from '../../shared/http/SingleFlightCache';
import { cloneNodeError } from '../../shared/http/toNodeError';
import { getTextParameter, toText } from '../../shared/node/parameters';
import { resourceLocator } from '../../shared/node/resourceLocator';
import { listAccounts } from '../requests/accounts';
import { harverClient } from '../transport/account';

/** How long the accounts of an API client are cached, in milliseconds. */
const MAX_AGE = 120_000;

const accountCache = new SingleFlightCache<IDataObject[]>();

/** The Harver account that an operation works in. */
export const accountField = resourceLocator({
	displayName: 'Account',
	name: 'accountId',
	description:
		'The Harver account. Defaults to the account in the credential, or to the only account of the API client.',
	searchMethod: 'searchAccounts',
	idPlaceholder: 'e.g. 5c9b8a7d6e5f4a3b2c1d0e9f',
	required: false,
});

/**
 * Returns the ID of the account for an item: the node's field, or else the credential's, or else the only account of the API
 * client. Throws NodeOperationError when the client has no account, or several and none is chosen; NodeApiError.
 */
export async function getAccountId(context: IExecuteFunctions, itemIndex: number): Promise<string> {
	const chosen = getTextParameter(context, itemIndex, 'accountId');
	if (chosen !== '') return chosen;
	const { accountId, key } = await harverClient(context);
	if (accountId !== '') return accountId;
	const list = async (): Promise<IDataObject[]> => await listAccounts(context, itemIndex);
	const accounts = await accountCache.get(key, MAX_AGE, list).catch((error: unknown) => {
		throw cloneNodeError(context.getNode(), error, itemIndex);
	});
	const [only] = accounts;
	if (only && accounts.length === 1) return toText(only.id);
	throw new NodeOperationError(
		context.getNode(),
		accounts.length === 0
			? 'The Harver API client has no account'
			: 'The Harver API client has several accounts and none is chosen',
		{
			itemIndex,
			description: 'Choose one in "Account", or set its ID in the Harver credential.',
		},
	);
}
