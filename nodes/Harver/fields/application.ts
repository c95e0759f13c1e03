import type { IExecuteFunctions, INodeProperties } from 'n8n-workflow';

import { resourceLocator } from '../../shared/node/resourceLocator';
import { getRequiredParameter } from '../../shared/node/parameters';

/** The application that an operation works on, and for its list the vacancy to list the applications of. */
export const applicationFields: INodeProperties[] = [
	resourceLocator({
		displayName: 'Application',
		name: 'applicationId',
		description:
			"One candidate's run through one vacancy. After <i>Invite</i> its ID is <code>{{ $json.applicationId }}</code>; after a Harver Trigger it is in the event.",
		searchMethod: 'searchApplications',
		idPlaceholder: 'e.g. 60a1b2c3d4e5f60718293a4b',
		firstMode: 'id',
	}),
	{
		...resourceLocator({
			displayName: 'Vacancy of the Application',
			name: 'vacancyOfList',
			description: 'Choose it first: the list above shows the applications of this vacancy',
			searchMethod: 'searchVacancies',
			idPlaceholder: 'e.g. 5f0c1d2e3a4b5c6d7e8f9a0b',
			required: false,
		}),
		displayOptions: { show: { '/applicationId.mode': ['list'] } },
	},
];

/** The id in the Application field for an item. Throws NodeOperationError when it is empty. */
export function applicationIdOf(context: IExecuteFunctions, itemIndex: number): string {
	return getRequiredParameter(context, itemIndex, 'applicationId', 'application');
}
