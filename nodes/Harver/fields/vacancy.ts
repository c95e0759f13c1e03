import type { IExecuteFunctions, INodeProperties, INodePropertyOptions } from 'n8n-workflow';

import { getRequiredParameter } from '../../shared/node/parameters';
import { resourceLocator } from '../../shared/node/resourceLocator';

/** The vacancy that an operation works on, whatever its status. */
export const vacancyField = resourceLocator({
	displayName: 'Vacancy',
	name: 'vacancyId',
	description: 'The vacancy in Harver',
	searchMethod: 'searchVacancies',
	idPlaceholder: 'e.g. 5f0c1d2e3a4b5c6d7e8f9a0b',
});

/** Returns the ID in the Vacancy field for an item. Throws NodeOperationError when it is empty. */
export function getVacancyId(context: IExecuteFunctions, itemIndex: number): string {
	return getRequiredParameter(context, itemIndex, 'vacancyId', 'vacancy');
}

/** The tags that name a vacancy. */
export const tagPatternField: INodeProperties = {
	displayName: 'Tag Pattern',
	name: 'tagPattern',
	type: 'string',
	default: 'Harver Vacancy: *',
	placeholder: 'e.g. Harver Vacancy: *',
	description: 'The tag that names the vacancy; * stands for its name or ID. Not case-sensitive.',
};

/** The statuses of a vacancy (docs/harver-api.md, Vacancies). */
export const VACANCY_STATUSES: INodePropertyOptions[] = [
	{ name: 'Closed', value: 'closed', description: 'Candidates can no longer be invited' },
	{ name: 'Draft', value: 'draft', description: 'Candidates cannot be invited yet' },
	{ name: 'Open', value: 'open', description: 'Candidates can be invited' },
];
