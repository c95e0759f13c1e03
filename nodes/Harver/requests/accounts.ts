import type { IDataObject } from 'n8n-workflow';

import type { RequestContext } from '../../shared/http/types';
import { harverList } from '../transport/request';

/** Lists the accounts that the API client may use (docs/harver-api.md, Reference lists). Throws NodeApiError. */
export async function listAccounts(
	context: RequestContext,
	itemIndex?: number,
): Promise<IDataObject[]> {
	return await harverList(context, {
		method: 'GET',
		path: '/accounts',
		description: 'list the accounts',
		itemIndex,
	});
}
