import type { ILoadOptionsFunctions } from 'n8n-workflow';

import { toText } from '../../shared/node/parameters';
import { harverClient } from '../transport/account';
import { harverList } from '../transport/request';
import { chosenId } from './chosenId';

/** The accounts that a picker looks in: the one chosen in the node, else the credential's, else all of the client. Throws NodeApiError. */
export async function accountIds(context: ILoadOptionsFunctions): Promise<string[]> {
	const chosen = chosenId(context, 'accountId');
	if (chosen !== '') return [chosen];
	const { accountId } = await harverClient(context);
	if (accountId !== '') return [accountId];
	const accounts = await harverList(context, {
		method: 'GET',
		path: '/accounts',
		description: 'list the accounts',
	});
	return accounts.map(({ id }) => toText(id));
}
