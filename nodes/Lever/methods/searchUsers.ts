import type {
	IDataObject,
	ILoadOptionsFunctions,
	INodeListSearchItems,
	INodeListSearchResult,
} from 'n8n-workflow';

import { toText } from '../../shared/node/parameters';
import { leverList } from '../transport/request';
import { emailAddressIn } from './emailAddress';
import { searchPages } from './searchPages';
import { shown } from './shown';

const MOST_PAGES = 20;

/** The active users by name or e-mail address; a whole address is asked of Lever (docs/lever-api.md, Reference lists). */
export async function searchUsers(
	this: ILoadOptionsFunctions,
	filter?: string,
	paginationToken?: string,
): Promise<INodeListSearchResult> {
	const users = { method: 'GET', path: '/users', description: 'list the users' } as const;
	const email = paginationToken === undefined ? emailAddressIn(filter) : undefined;
	const exact = email === undefined ? [] : await leverList(this, { ...users, query: { email } });
	if (exact.length > 0) return { results: exact.map(userEntry) };
	return await searchPages(this, users, userEntry, {
		filter,
		paginationToken,
		mostPages: MOST_PAGES,
	});
}

/** A user as pickers show one. */
export function userEntry({ id, name, email }: IDataObject): INodeListSearchItems {
	return { name: shown(toText(name) || toText(id), [toText(email)]), value: toText(id) };
}
