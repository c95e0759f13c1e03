import type {
	IDataObject,
	ILoadOptionsFunctions,
	INodeListSearchItems,
	INodeListSearchResult,
} from 'n8n-workflow';

import { toText } from '../../shared/node/parameters';
import { searchPages } from './searchPages';
import { shown } from './shown';

const MOST_PAGES = 20;

/** The postings in every state whose title, place or state holds the filter (docs/lever-api.md, Postings). */
export async function searchPostings(
	this: ILoadOptionsFunctions,
	filter?: string,
	paginationToken?: string,
): Promise<INodeListSearchResult> {
	const postings = { method: 'GET', path: '/postings', description: 'list the postings' } as const;
	return await searchPages(this, postings, postingEntry, {
		filter,
		paginationToken,
		mostPages: MOST_PAGES,
	});
}

/** A posting as pickers show one; Lever's own pages say "unlisted" for the state `internal`. */
export function postingEntry({ id, text, state, categories }: IDataObject): INodeListSearchItems {
	const { location } = (categories ?? {}) as IDataObject;
	return {
		name: shown(toText(text) || toText(id), [
			toText(location),
			state === 'internal' ? 'unlisted' : toText(state),
		]),
		value: toText(id),
	};
}
