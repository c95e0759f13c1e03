import type { INodeProperties } from 'n8n-workflow';

import { resourceLocator } from '../shared/node/resourceLocator';
import { EVENT_TYPES, STATUSES } from './events';

/** The fields of the trigger, in the order in which an admin needs them. */
export const fields: INodeProperties[] = [
	{
		displayName:
			'Set up the webhook in Harver: an admin opens Integrations > Harver Webhook > Harver to ATS, enters the production URL from "Webhook URLs" above with the user and password of the credential, and turns on the events. If you don\'t see that page, ask Harver support to do it. Then publish this workflow.',
		name: 'setUpNotice',
		type: 'notice',
		default: '',
	},
	{
		displayName: 'Authentication',
		name: 'authentication',
		type: 'options',
		noDataExpression: true,
		options: [
			{
				name: 'Basic Auth',
				value: 'basicAuth',
				description:
					'Harver sends a user and password with each delivery. Other deliveries are rejected.',
			},
			{ name: 'None (Unsafe)', value: 'none', description: 'Accepts deliveries from anyone' },
		],
		default: 'basicAuth',
		description: 'How to verify that a delivery comes from Harver',
	},
	{
		displayName:
			'Deliveries are not verified: anyone who knows the URL can start this workflow. Use Basic Auth, and get the application from Harver before you act on a delivery.',
		name: 'unauthenticatedNotice',
		type: 'notice',
		default: '',
		displayOptions: { show: { authentication: ['none'] } },
	},
	{
		displayName: 'Events',
		name: 'events',
		type: 'multiOptions',
		options: EVENT_TYPES.map(({ name, value, description }) => ({ name, value, description })),
		default: ['completed'],
		required: true,
		description: 'The events that start the workflow',
	},
	resourceLocator({
		displayName: 'Account',
		name: 'account',
		description:
			'Only start for applications in this Harver account. Leave empty for any account. Separate several IDs with commas.',
		searchMethod: 'searchAccounts',
		idPlaceholder: 'e.g. 5c9b8a7d6e5f4a3b2c1d0e9f',
		required: false,
	}),
	{
		displayName: 'Statuses',
		name: 'statuses',
		type: 'multiOptions',
		options: STATUSES.map(({ name, value }) => ({ name, value })),
		default: [],
		description:
			'Only start for one of these statuses. Leave empty for any status. Applies to "Status Changed" and "Any Other Event".',
		displayOptions: { show: { events: ['statusChanged', 'other'] } },
	},
];
