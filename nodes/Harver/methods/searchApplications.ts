import type { ILoadOptionsFunctions, INodeListSearchResult } from 'n8n-workflow';
import { NodeOperationError } from 'n8n-workflow';

import { filterByName } from '../../shared/node/resourceLocator';
import { toText } from '../../shared/node/parameters';
import { readVacancyCandidates } from '../vacancies/readVacancyCandidates';
import { chosenId } from './chosenId';

/** The applications of the vacancy chosen in the node, by the candidate's name and status. Throws NodeOperationError when none is chosen. */
export async function searchApplications(
	this: ILoadOptionsFunctions,
	filter?: string,
): Promise<INodeListSearchResult> {
	const vacancyId = chosenId(this, 'vacancyOfList');
	if (vacancyId === '') {
		throw new NodeOperationError(this.getNode(), 'Choose the vacancy first', {
			description:
				'Pick it in "Vacancy of the Application": Harver lists applications by vacancy. Or give the ID of the application.',
		});
	}
	const found = await readVacancyCandidates(this, vacancyId, {});
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
