import type {
	ILoadOptionsFunctions,
	INodeListSearchItems,
	INodeListSearchResult,
} from 'n8n-workflow';

import { path } from '../../shared/http/path';
import { toText } from '../../shared/node/parameters';
import {
	filterByName,
	getCurrentParameterId,
	requireCurrentParameterId,
} from '../../shared/node/resourceLocator';
import { asObject } from '../../shared/object';
import { getVacancyName } from '../items/vacancy';
import { listAccounts } from '../requests/accounts';
import { listNotes } from '../requests/notes';
import { listVacancies, listVacancyCandidates } from '../requests/vacancies';
import { harverClient } from '../transport/account';
import { harverList } from '../transport/request';
const MAX_NOTE_LABEL_LENGTH = 80;

/** Lists the accounts of the API client (docs/harver-api.md, Reference lists). Throws NodeApiError. */
export async function searchAccounts(
	this: ILoadOptionsFunctions,
	filter?: string,
): Promise<INodeListSearchResult> {
	return { results: filterByName(filter, (await listAccounts(this)).map(namedEntry)) };
}

/** Lists the open vacancies of the chosen account, or of every account of the API client (docs/harver-api.md, Vacancies). Throws NodeApiError. */
export async function searchOpenVacancies(
	this: ILoadOptionsFunctions,
	filter?: string,
): Promise<INodeListSearchResult> {
	return { results: filterByName(filter, await getVacancyEntries(this, 'open')) };
}

/** The same for vacancies of any status: open ones first, the others with their status. Throws NodeApiError. */
export async function searchVacancies(
	this: ILoadOptionsFunctions,
	filter?: string,
): Promise<INodeListSearchResult> {
	const entries = await getVacancyEntries(this, 'open');
	for (const status of ['draft', 'closed']) {
		const others = await getVacancyEntries(this, status);
		entries.push(...others.map((entry) => ({ ...entry, name: `${entry.name} (${status})` })));
	}
	return { results: filterByName(filter, entries) };
}

/** Lists the applications of the chosen vacancy by candidate and status (docs/harver-api.md, Vacancies). Throws NodeOperationError when no vacancy is chosen, NodeApiError. */
export async function searchApplications(
	this: ILoadOptionsFunctions,
	filter?: string,
): Promise<INodeListSearchResult> {
	const vacancyId = requireCurrentParameterId(this, 'vacancyOfList', 'vacancy');
	const found = await listVacancyCandidates(this, vacancyId, {});
	const entries = found.map(({ candidate, application }) => ({
		name: [toText(candidate.fullName) || toText(candidate.email), toText(application.status)]
			.filter(Boolean)
			.join(', '),
		value: toText(application.id),
	}));
	return {
		results: filterByName(
			filter,
			entries.filter(({ value }) => value !== ''),
		),
	};
}

/** Lists the notes of the chosen application by the start of their text (docs/harver-api.md, Notes). Throws NodeOperationError when no application is chosen, NodeApiError. */
export async function searchNotes(
	this: ILoadOptionsFunctions,
	filter?: string,
): Promise<INodeListSearchResult> {
	const applicationId = requireCurrentParameterId(this, 'applicationId', 'application');
	const notes = await listNotes(this, applicationId);
	const entries = notes.map(({ id, body }) => ({
		name: toText(body).slice(0, MAX_NOTE_LABEL_LENGTH) || toText(id),
		value: toText(id),
	}));
	return { results: filterByName(filter, entries) };
}

/** Lists the rejection reasons of the chosen account, or of every account of the API client (docs/harver-api.md, Reference lists). Throws NodeApiError. */
export async function searchRejectionReasons(
	this: ILoadOptionsFunctions,
	filter?: string,
): Promise<INodeListSearchResult> {
	const entries: INodeListSearchItems[] = [];
	for (const accountId of await getAccountIds(this)) {
		const reasons = await harverList(this, {
			method: 'GET',
			path: path`/accounts/${accountId}/rejectionReasons`,
			description: `list the rejection reasons of the account ${accountId}`,
		});
		entries.push(...reasons.map(namedEntry));
	}
	return { results: filterByName(filter, entries) };
}

function namedEntry({ id, attributes }: Record<string, unknown>): INodeListSearchItems {
	return { name: toText(asObject(attributes).name) || toText(id), value: toText(id) };
}

async function getVacancyEntries(
	context: ILoadOptionsFunctions,
	status: string,
): Promise<INodeListSearchItems[]> {
	const entries: INodeListSearchItems[] = [];
	for (const accountId of await getAccountIds(context)) {
		const vacancies = await listVacancies(context, { accountId, status });
		entries.push(
			...vacancies.map((vacancy) => ({
				name: getVacancyName(vacancy) || toText(vacancy.id),
				value: toText(vacancy.id),
			})),
		);
	}
	return entries;
}

/** The account chosen in the node, or else the credential's, or else every account of the API client. */
async function getAccountIds(context: ILoadOptionsFunctions): Promise<string[]> {
	const chosen = getCurrentParameterId(context, 'accountId');
	if (chosen !== '') return [chosen];
	const { accountId } = await harverClient(context);
	if (accountId !== '') return [accountId];
	return (await listAccounts(context)).map(({ id }) => toText(id));
}
