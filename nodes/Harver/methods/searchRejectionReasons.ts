import type { ILoadOptionsFunctions, INodeListSearchResult } from 'n8n-workflow';

import { filterByName } from '../../shared/node/resourceLocator';
import { toText } from '../../shared/node/parameters';
import { path } from '../../shared/http/path';
import { asObject } from '../../shared/object';
import { harverList } from '../transport/request';
import { accountIds } from './accountIds';

/** The rejection reasons of the accounts that the client may use (docs/harver-api.md, Reference lists). */
export async function searchRejectionReasons(
	this: ILoadOptionsFunctions,
	filter?: string,
): Promise<INodeListSearchResult> {
	const entries = [];
	for (const accountId of await accountIds(this)) {
		const reasons = await harverList(this, {
			method: 'GET',
			path: path`/accounts/${accountId}/rejectionReasons`,
			description: `list the rejection reasons of the account ${accountId}`,
		});
		entries.push(
			...reasons.map(({ id, attributes }) => ({
				name: toText(asObject(attributes).name) || toText(id),
				value: toText(id),
			})),
		);
	}
	return { results: filterByName(filter, entries) };
}
