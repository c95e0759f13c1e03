import type { INodeProperties } from 'n8n-workflow';

import { EVENTS, ORIGINS } from './events';

const stageField: Pick<INodeProperties, 'type' | 'typeOptions' | 'default' | 'displayOptions'> = {
	type: 'multiOptions',
	typeOptions: { loadOptionsMethod: 'getStages' },
	default: [],
	displayOptions: { show: { events: ['candidateStageChange'] } },
};

/** The fields of the trigger, in the order in which an admin needs them. */
export const fields: INodeProperties[] = [
	{
		displayName: 'Webhooks',
		name: 'registration',
		type: 'options',
		noDataExpression: true,
		options: [
			{
				name: 'Created Automatically',
				value: 'api',
				description:
					'Publishing the workflow creates the webhooks in Lever; unpublishing it deletes them',
			},
			{
				name: 'Created Manually in Lever',
				value: 'manual',
				description:
					"You paste this node's production URL into Lever's settings and copy the signature tokens into a credential",
			},
		],
		default: 'api',
	},
	{
		displayName:
			'A Super Admin must turn on these events in Lever under Settings > Integrations and API > Webhooks. Until then, Lever sends nothing and shows no error.',
		name: 'superAdminNotice',
		type: 'notice',
		default: '',
		displayOptions: { show: { registration: ['api'] } },
	},
	{
		displayName:
			'Ask a Super Admin to open Settings > Integrations and API > Webhooks in Lever. For each event, paste the production URL from "Webhook URLs" above and turn the event on. Then copy the signature token of each webhook into the Lever Webhook API credential. "Verify Connection" in Lever succeeds once this workflow is published.',
		name: 'manualNotice',
		type: 'notice',
		default: '',
		displayOptions: { show: { registration: ['manual'] } },
	},
	{
		displayName: 'Events',
		name: 'events',
		type: 'multiOptions',
		options: EVENTS.map(({ name, value, description }) => ({ name, value, description })),
		default: ['candidateStageChange'],
		required: true,
		description: 'The events that start the workflow',
	},
	{
		...stageField,
		displayName: 'To Stages',
		name: 'toStages',
		description:
			'Only start when a candidate moves to one of these stages. Leave empty for any stage. Choose from the list, or enter names or IDs in an expression.',
	},
	{
		...stageField,
		displayName: 'From Stages',
		name: 'fromStages',
		description:
			'Only start when a candidate moves from one of these stages. Leave empty for any stage. Choose from the list, or enter names or IDs in an expression.',
	},
	{
		displayName: 'Origins',
		name: 'origins',
		type: 'multiOptions',
		options: ORIGINS.map((origin) => ({
			name: `${origin.charAt(0).toUpperCase()}${origin.slice(1)}`,
			value: origin,
		})),
		default: [],
		description:
			'Only receive events for candidates with one of these origins. Leave empty for any origin. Does not apply to contacts, interviews and deleted candidates.',
		displayOptions: { show: { registration: ['api'] } },
	},
	{
		displayName: 'Options',
		name: 'options',
		type: 'collection',
		placeholder: 'Add option',
		default: {},
		options: [
			{
				displayName: 'Accept Unsigned Deliveries (Unsafe)',
				name: 'allowUnsigned',
				type: 'boolean',
				default: false,
				description:
					'Whether to accept deliveries that cannot be verified because there is no signature token. Anyone who knows the URL can then start the workflow.',
			},
			{
				displayName: 'Maximum Event Age (Days)',
				name: 'maxEventAge',
				type: 'number',
				typeOptions: { minValue: 0.01, numberPrecision: 2 },
				default: 15,
				description:
					"Events older than this are rejected. The default allows for Lever's retries and for reruns from Lever's two-week delivery history.",
			},
		],
	},
	{
		displayName:
			'Without a signature token, deliveries are not verified: anyone who knows the URL can start this workflow.',
		name: 'unsignedNotice',
		type: 'notice',
		default: '',
		displayOptions: { show: { '/options.allowUnsigned': [true] } },
	},
];
