import type { ILoadOptionsFunctions, INodeListSearchResult } from 'n8n-workflow';
import { NodeOperationError } from 'n8n-workflow';

import { searchAccounts as searchHarverAccounts } from '../Harver/methods/listSearch';

/** The accounts whose name holds the filter. Receiving needs no API client, so there may be none: throws NodeOperationError then. */
export async function searchAccounts(
	this: ILoadOptionsFunctions,
	filter?: string,
): Promise<INodeListSearchResult> {
	if (this.getNode().credentials?.harverApi) return await searchHarverAccounts.call(this, filter);
	throw new NodeOperationError(
		this.getNode(),
		'Choose a Harver API credential to see the accounts',
		{
			description:
				'It is used for this list only. Or choose "By ID" and enter the ID of the account.',
		},
	);
}
