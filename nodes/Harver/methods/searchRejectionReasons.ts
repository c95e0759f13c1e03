import type { ILoadOptionsFunctions, INodeListSearchResult } from 'n8n-workflow';

import { matching } from '../../shared/matching';
import { asText } from '../../shared/parameters';
import { path } from '../../shared/path';
import { fieldsOf } from '../records/fieldsOf';
import { harverList } from '../transport/request';
import { accountIds } from './accountIds';

/** The rejection reasons of the accounts that the client may use (contract harver, Calls: rejectionReasons). */
export async function searchRejectionReasons(
	this: ILoadOptionsFunctions,
	filter?: string,
): Promise<INodeListSearchResult> {
	const entries = [];
	for (const accountId of await accountIds(this)) {
		const reasons = await harverList(this, {
			method: 'GET',
			path: path`/accounts/${accountId}/rejectionReasons`,
			task: `list the rejection reasons of the account ${accountId}`,
		});
		entries.push(
			...reasons.map(({ id, attributes }) => ({
				name: asText(fieldsOf(attributes).name) || asText(id),
				value: asText(id),
			})),
		);
	}
	return { results: matching(filter, entries) };
}
