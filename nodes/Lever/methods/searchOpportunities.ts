import type {
	IDataObject,
	ILoadOptionsFunctions,
	INodeListSearchItems,
	INodeListSearchResult,
} from 'n8n-workflow';

import { toText, parseList, withoutUndefined } from '../../shared/node/parameters';
import type { ServiceRequest } from '../../shared/http/types';
import { leverList } from '../transport/request';
import { emailAddressIn } from './emailAddress';
import { searchPages } from './searchPages';
import { shown } from './shown';

/** Lever cannot search by name, so the newest 200 are looked through, and 200 more each time the editor asks to go on. */
const MOST_PAGES = 2;

/** The opportunities of an e-mail address, or those whose name holds the filter among the newest (docs/lever-api.md, Opportunities). */
export async function searchOpportunities(
	this: ILoadOptionsFunctions,
	filter?: string,
	paginationToken?: string,
): Promise<INodeListSearchResult> {
	const email = emailAddressIn(filter);
	const opportunities: ServiceRequest = {
		method: 'GET',
		path: '/opportunities',
		query: { expand: ['stage'], email },
		description: 'list the opportunities',
	};
	if (email === undefined)
		return await searchPages(this, opportunities, opportunityEntry, {
			filter,
			paginationToken,
			mostPages: MOST_PAGES,
		});
	const found = await leverList(this, opportunities);
	return { results: found.map(opportunityEntry) };
}

function opportunityEntry({
	id,
	name,
	emails,
	stage,
	archived,
	urls,
}: IDataObject): INodeListSearchItems {
	const { text: stageName } = (stage ?? {}) as IDataObject;
	const { show } = (urls ?? {}) as IDataObject;
	return {
		name: shown(toText(name) || toText(id), [
			toText(stageName) || (parseList(emails)[0] ?? ''),
			archived ? 'archived' : '',
		]),
		value: toText(id),
		...withoutUndefined({ url: toText(show) || undefined }),
	};
}
