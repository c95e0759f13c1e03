import type {
	IDataObject,
	ILoadOptionsFunctions,
	INodeListSearchItems,
	INodeListSearchResult,
} from 'n8n-workflow';

import { path } from '../../shared/http/path';
import type { ServiceRequest } from '../../shared/http/types';
import { toText } from '../../shared/node/parameters';
import { filterByName, requireCurrentParameterId } from '../../shared/node/resourceLocator';
import { getFileName, getResumeFile } from '../opportunityRecords/files';
import { getNoteTexts } from '../opportunityRecords/notes';
import { getOpportunityRecords, type OpportunityRecords } from '../opportunityRecords/records';
import { leverList, leverPage, leverRequest, PAGE_SIZE } from '../transport/request';
import {
	formatDate,
	formatLabel,
	getEntries,
	toArchiveReasonEntry,
	toNamedEntry,
	toOpportunityEntry,
	toPostingEntry,
	toUserEntry,
} from './entries';

type ListSearch = (
	this: ILoadOptionsFunctions,
	filter?: string,
	paginationToken?: string,
) => Promise<INodeListSearchResult>;

/** Lever cannot search by name, so each search reads the 200 most recent opportunities, then 200 more when the list is scrolled. */
const MAX_OPPORTUNITY_PAGES = 2;
const MAX_PAGES = 20;
const MAX_NOTE_LENGTH = 80;

/** Archive reasons by name (docs/lever-api.md, Reference lists). */
export const searchArchiveReasons: ListSearch = async function (filter) {
	const entries = getEntries(this, '/archive_reasons', 'archive reasons', toArchiveReasonEntry);
	return { results: filterByName(filter, await entries) };
};

/** Feedback templates by name (docs/lever-api.md, Feedback). */
export const searchFeedbackTemplates: ListSearch = async function (filter) {
	const entries = getEntries(this, '/feedback_templates', 'feedback templates', toNamedEntry);
	return { results: filterByName(filter, await entries) };
};

/** Stages by name: the account has one list for all postings (docs/lever-api.md, Reference lists). */
export const searchStages: ListSearch = async function (filter) {
	return {
		results: filterByName(filter, await getEntries(this, '/stages', 'stages', toNamedEntry)),
	};
};

/** Postings in any state by title, location or state (docs/lever-api.md, Postings). */
export const searchPostings: ListSearch = async function (filter, paginationToken) {
	const postings = { method: 'GET', path: '/postings', description: 'list the postings' } as const;
	return await searchPages(this, postings, toPostingEntry, {
		filter,
		paginationToken,
		maxPages: MAX_PAGES,
	});
};

/** Active users by name or email address; Lever finds a full address itself (docs/lever-api.md, Reference lists). */
export const searchUsers: ListSearch = async function (filter, paginationToken) {
	const users = { method: 'GET', path: '/users', description: 'list the users' } as const;
	const email = paginationToken === undefined ? parseEmail(filter) : undefined;
	const exact = email === undefined ? [] : await leverList(this, { ...users, query: { email } });
	if (exact.length > 0) return { results: exact.map(toUserEntry) };
	return await searchPages(this, users, toUserEntry, {
		filter,
		paginationToken,
		maxPages: MAX_PAGES,
	});
};

/** Opportunities by email address, or by name among the most recent (docs/lever-api.md, Opportunities). */
export const searchOpportunities: ListSearch = async function (filter, paginationToken) {
	const email = parseEmail(filter);
	const opportunities: ServiceRequest = {
		method: 'GET',
		path: '/opportunities',
		query: { expand: ['stage'], email },
		description: 'list the opportunities',
	};
	if (email !== undefined)
		return { results: (await leverList(this, opportunities)).map(toOpportunityEntry) };
	return await searchPages(this, opportunities, toOpportunityEntry, {
		filter,
		paginationToken,
		maxPages: MAX_OPPORTUNITY_PAGES,
	});
};

/** Notes of the chosen opportunity by their text, which is cut only after the search (docs/lever-api.md, Notes). */
export const searchNotes: ListSearch = async function (filter) {
	const entries = await getRecordEntries(this, 'notes', (note) => {
		const text = getNoteTexts(note)
			.map((part) => part.text)
			.join(' ')
			.replace(/\s+/gu, ' ')
			.trim();
		const name = [formatDate(note.createdAt), text || toText(note.id)].join(' ').trim();
		return { name, value: toText(note.id) };
	});
	const results = filterByName(filter, entries).map(({ name, value }) => ({
		name: name.length <= MAX_NOTE_LENGTH ? name : `${name.slice(0, MAX_NOTE_LENGTH)}…`,
		value,
	}));
	return { results };
};

/** Files of the chosen opportunity by name (docs/lever-api.md, Files). */
export const searchFiles: ListSearch = async function (filter) {
	const entries = await getRecordEntries(this, 'files', (file) => ({
		name: formatLabel(getFileName(file) || toText(file.id), [formatDate(file.uploadedAt)]),
		value: toText(file.id),
	}));
	return { results: filterByName(filter, entries) };
};

/** Resumes of the chosen opportunity by file name (docs/lever-api.md, Resumes). */
export const searchResumes: ListSearch = async function (filter) {
	const entries = await getRecordEntries(this, 'resumes', (resume) => {
		const fileName = getFileName(getResumeFile(resume) ?? {});
		return {
			name: formatLabel(fileName || 'Resume without a file', [formatDate(resume.createdAt)]),
			value: toText(resume.id),
		};
	});
	return { results: filterByName(filter, entries) };
};

/** Feedback on the chosen opportunity by the name of its template (docs/lever-api.md, Feedback). */
export const searchFeedback: ListSearch = async function (filter) {
	const entries = await getRecordEntries(this, 'feedback', ({ id, text, createdAt }) => ({
		name: formatLabel(toText(text) || toText(id), [formatDate(createdAt)]),
		value: toText(id),
	}));
	return { results: filterByName(filter, entries) };
};

/** Fields of the chosen feedback template (docs/lever-api.md, Feedback). */
export const searchFeedbackFields: ListSearch = async function (filter) {
	const templateId = requireCurrentParameterId(this, 'feedbackTemplateId', 'template');
	const { fields } = await leverRequest(this, {
		method: 'GET',
		path: path`/feedback_templates/${templateId}`,
		description: `read the feedback template ${templateId}`,
	});
	const entries = (Array.isArray(fields) ? (fields as IDataObject[]) : []).map(
		({ id, text, type }) => ({
			name: toText(text) || toText(type) || toText(id),
			value: toText(id),
		}),
	);
	return { results: filterByName(filter, entries) };
};

async function getRecordEntries(
	context: ILoadOptionsFunctions,
	kind: OpportunityRecords['kind'],
	toEntry: (record: IDataObject) => INodeListSearchItems,
): Promise<INodeListSearchItems[]> {
	const opportunityId = requireCurrentParameterId(context, 'opportunityId', 'opportunity');
	return (await getOpportunityRecords(context, { kind, opportunityId })).map(toEntry);
}

/**
 * Searches a list that Lever itself cannot search: reads on from `paginationToken` until entries match, over at most
 * `maxPages` pages. The editor asks again with the returned token as long as the list goes on. Throws NodeApiError.
 */
async function searchPages(
	context: ILoadOptionsFunctions,
	request: ServiceRequest,
	toEntry: (record: IDataObject) => INodeListSearchItems,
	search: { filter?: string; paginationToken?: string; maxPages: number },
): Promise<INodeListSearchResult> {
	let results: INodeListSearchItems[] = [];
	let next = search.paginationToken;
	let pages = 0;
	do {
		const query = { ...request.query, limit: PAGE_SIZE };
		const page = await leverPage(context, { ...request, query }, next);
		results = filterByName(search.filter, page.records.map(toEntry));
		next = page.next;
		pages++;
	} while (results.length === 0 && next !== undefined && pages < search.maxPages);
	return { results, ...(next === undefined ? {} : { paginationToken: next }) };
}

/** The email address that a filter is, or `undefined` when it is something else. */
function parseEmail(filter: string | undefined): string | undefined {
	const text = filter?.trim() ?? '';
	return /^[^\s@]+@[^\s@]+\.[^\s@.]+$/u.test(text) ? text : undefined;
}
