import type { INodeProperties } from 'n8n-workflow';

import { EVENTS, ORIGINS } from './events';

const stageField: Pick<INodeProperties, 'type' | 'typeOptions' | 'default' | 'displayOptions'> = {
	type: 'multiOptions',
	typeOptions: { loadOptionsMethod: 'getStages' },
	default: [],
	displayOptions: { show: { events: ['candidateStageChange'] } },
};

/** The fields of the trigger, in the order in which an admin thinks of them. */
export const fields: INodeProperties[] = [
	{
		displayName: 'Webhooks',
		name: 'registration',
		type: 'options',
		noDataExpression: true,
		options: [
			{
				name: 'Made Automatically',
				value: 'api',
				description:
					'Publishing the workflow makes the webhooks in Lever, unpublishing it removes them',
			},
			{
				name: 'Made by Hand in Lever',
				value: 'manual',
				description:
					"You paste this node's production URL into Lever's settings and the signature tokens into a credential",
			},
		],
		default: 'api',
	},
	{
		displayName:
			'A Super Admin must switch on these events in Lever under Settings > Integrations and API > Webhooks. Until then nothing arrives, even though registering the webhooks succeeds.',
		name: 'superAdminNotice',
		type: 'notice',
		default: '',
		displayOptions: { show: { registration: ['api'] } },
	},
	{
		displayName:
			'Copy the production URL from "Webhook URLs" above into Lever under Settings > Integrations and API > Webhooks, once for each event, and switch the event on there (a Super Admin can). Then put each webhook\'s signature token into the Lever Webhook API credential. "Verify Connection" in Lever succeeds once this workflow is published.',
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
		description: 'What starts the workflow',
	},
	{
		...stageField,
		displayName: 'To Stages',
		name: 'toStages',
		description:
			'Start only when the candidate was moved to one of these stages; any stage if empty. Choose from the list, or give names or IDs with an expression.',
	},
	{
		...stageField,
		displayName: 'From Stages',
		name: 'fromStages',
		description:
			'Start only when the candidate was moved from one of these stages; any stage if empty. Choose from the list, or give names or IDs with an expression.',
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
			'Where the candidates come from; any origin if empty. Lever sends nothing for the others. Applies to the events of applications and candidates.',
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
					'Whether to start on deliveries that nobody can verify, when there is no signature token. Anybody who learns the URL can then start the workflow.',
			},
			{
				displayName: 'Oldest Delivery (Days)',
				name: 'maxAgeDays',
				type: 'number',
				typeOptions: { minValue: 0.01, numberPrecision: 2 },
				default: 15,
				description:
					"Refuse deliveries of events that are older. The default accepts Lever's repeated tries and the Rerun of its two weeks of history.",
			},
		],
	},
	{
		displayName:
			'Deliveries are not verified while there is no signature token: anybody who learns the URL can start this workflow.',
		name: 'unsignedNotice',
		type: 'notice',
		default: '',
		displayOptions: { show: { '/options.allowUnsigned': [true] } },
	},
];
