import type { ILoadOptionsFunctions, INodePropertyOptions } from 'n8n-workflow';

import {
	getEntries,
	toArchiveReasonEntry,
	toNamedEntry,
	toPostingEntry,
	toTextEntry,
	toUserEntry,
} from './entries';

type LoadOptions = (this: ILoadOptionsFunctions) => Promise<INodePropertyOptions[]>;

/** All archive reasons, hired or not (docs/lever-api.md, Reference lists). */
export const getArchiveReasons: LoadOptions = async function () {
	return await getEntries(this, '/archive_reasons', 'archive reasons', toArchiveReasonEntry);
};

/** All postings in any state (docs/lever-api.md, Postings). */
export const getPostings: LoadOptions = async function () {
	return await getEntries(this, '/postings', 'postings', toPostingEntry);
};

/** All sources (docs/lever-api.md, Reference lists). */
export const getSources: LoadOptions = async function () {
	return await getEntries(this, '/sources', 'sources', toTextEntry);
};

/** All stages (docs/lever-api.md, Reference lists). */
export const getStages: LoadOptions = async function () {
	return await getEntries(this, '/stages', 'stages', toNamedEntry);
};

/** All tags (docs/lever-api.md, Reference lists). */
export const getTags: LoadOptions = async function () {
	return await getEntries(this, '/tags', 'tags', toTextEntry);
};

/** All active users (docs/lever-api.md, Reference lists). */
export const getUsers: LoadOptions = async function () {
	return await getEntries(this, '/users', 'users', toUserEntry);
};
