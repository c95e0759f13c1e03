import type { IExecuteFunctions, INodeProperties, INodePropertyOptions } from 'n8n-workflow';

import { getRequiredParameter } from '../../shared/node/parameters';
import { resourceLocator } from '../../shared/node/resourceLocator';

/** The application that an operation works on, and the vacancy whose applications the list shows. */
export const applicationFields: INodeProperties[] = [
	resourceLocator({
		displayName: 'Application',
		name: 'applicationId',
		description:
			"A candidate's application to a vacancy. <i>Invite</i> and the Harver Trigger return its ID as <code>{{ $json.applicationId }}</code>.",
		searchMethod: 'searchApplications',
		idPlaceholder: 'e.g. 60a1b2c3d4e5f60718293a4b',
		defaultMode: 'id',
	}),
	{
		...resourceLocator({
			displayName: 'Vacancy of the Application',
			name: 'vacancyOfList',
			description: 'The list above shows the applications of this vacancy',
			searchMethod: 'searchVacancies',
			idPlaceholder: 'e.g. 5f0c1d2e3a4b5c6d7e8f9a0b',
			required: false,
		}),
		displayOptions: { show: { '/applicationId.mode': ['list'] } },
	},
];

/** Returns the ID in the Application field for an item. Throws NodeOperationError when it is empty. */
export function getApplicationId(context: IExecuteFunctions, itemIndex: number): string {
	return getRequiredParameter(context, itemIndex, 'applicationId', 'application');
}

/** The statuses of an application (docs/harver-api.md, Statuses). */
export const APPLICATION_STATUSES: INodePropertyOptions[] = [
	{ name: 'Contract', value: 'contract' },
	{ name: 'Hired', value: 'hired' },
	{ name: 'In Progress', value: 'in-progress', description: 'The candidate has not finished' },
	{ name: 'Invited', value: 'invited' },
	{ name: 'New', value: 'new', description: 'The candidate has finished: new for the recruiter' },
	{ name: 'Rejected', value: 'rejected' },
	{ name: 'Shortlisted', value: 'shortlisted' },
	{ name: 'Talent Pool', value: 'talent-pool' },
];
