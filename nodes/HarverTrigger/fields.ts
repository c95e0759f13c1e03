import type { INodeProperties } from 'n8n-workflow';

import { resourceLocator } from '../shared/node/resourceLocator';
import { KINDS, STATUSES } from './events';

/** The fields of the trigger, in the order in which an admin thinks of them. */
export const fields: INodeProperties[] = [
	{
		displayName:
			'Harver\'s webhooks are set up by hand. Copy the production URL from "Webhook URLs" above. In Harver, an admin opens Integrations > Harver Webhook > Harver to ATS, enters the URL, the user and the password of the credential, and switches on the events. If you do not see that page, Harver\'s support team does it for you. Then publish this workflow.',
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
					'Harver sends a user and a password with each delivery; anything else is refused',
			},
			{ name: 'None (Unsafe)', value: 'none', description: 'Deliveries are accepted from anybody' },
		],
		default: 'basicAuth',
		description: 'How a delivery shows that it comes from Harver',
	},
	{
		displayName:
			'Deliveries are not verified: anybody who learns the URL can start this workflow. Use Basic Auth, and read the application from Harver before you act on what a delivery claims.',
		name: 'openNotice',
		type: 'notice',
		default: '',
		displayOptions: { show: { authentication: ['none'] } },
	},
	{
		displayName: 'Events',
		name: 'events',
		type: 'multiOptions',
		options: KINDS.map(({ name, value, description }) => ({ name, value, description })),
		default: ['completed'],
		required: true,
		description: 'What starts the workflow',
	},
	resourceLocator({
		displayName: 'Account',
		name: 'account',
		description:
			'Start only for applications of this Harver account; any account if empty. Several IDs are separated by commas.',
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
			'Start only when the status is one of these; any status if empty. Applies to "Status Changed" and "Any Other Event".',
		displayOptions: { show: { events: ['statusChanged', 'other'] } },
	},
];
