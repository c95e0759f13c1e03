import type { INodePropertyOptions } from 'n8n-workflow';

/** The statuses of a vacancy (docs/harver-api.md, Vacancies). */
export const VACANCY_STATUSES: INodePropertyOptions[] = [
	{ name: 'Closed', value: 'closed', description: 'Nobody can be invited' },
	{ name: 'Draft', value: 'draft', description: 'Not open yet' },
	{ name: 'Open', value: 'open', description: 'Candidates can be invited' },
];
