import type { ILoadOptionsFunctions, INodeListSearchResult } from 'n8n-workflow';
import { NodeOperationError } from 'n8n-workflow';

import { searchAccounts as searchHarverAccounts } from '../Harver/methods/listSearch';

/** The accounts whose name contains the filter. The trigger works without an API client: throws NodeOperationError when there is none. */
export async function searchAccounts(
	this: ILoadOptionsFunctions,
	filter?: string,
): Promise<INodeListSearchResult> {
	if (this.getNode().credentials?.harverApi) return await searchHarverAccounts.call(this, filter);
	throw new NodeOperationError(
		this.getNode(),
		'Select a Harver API credential to list the accounts',
		{
			description:
				'The credential is only used for this list. Or choose "By ID" and enter the account ID.',
		},
	);
}
