import type {
	IHookFunctions,
	INodeType,
	INodeTypeDescription,
	IWebhookFunctions,
	IWebhookResponseData,
} from 'n8n-workflow';

import { buildChoiceSubtitle, mainConnection } from '../shared/node/properties';
import { requireCredential, testWebhookCredential } from './credential';
import { EVENT_TYPES } from './events';
import { fields } from './fields';
import { handleWebhook } from './handleWebhook';
import { searchAccounts } from './searchAccounts';

export class HarverTrigger implements INodeType {
	description: INodeTypeDescription = {
		displayName: 'Harver Trigger',
		name: 'harverTrigger',
		icon: { light: 'file:../Harver/harver.svg', dark: 'file:../Harver/harver.dark.svg' },
		group: ['trigger'],
		version: 1,
		subtitle: buildChoiceSubtitle('events', EVENT_TYPES),
		description:
			'Starts the workflow when a candidate starts or completes an application in Harver, or its status changes',
		defaults: { name: 'Harver Trigger' },
		eventTriggerDescription: 'Waiting for an event from Harver',
		activationMessage:
			'Harver events start this workflow once you enter its production URL in Harver.',
		inputs: [],
		outputs: mainConnection,
		credentials: [
			{
				name: 'harverWebhookApi',
				required: true,
				testedBy: 'testWebhookCredential',
				displayOptions: { show: { authentication: ['basicAuth'] } },
			},
			{ name: 'harverApi', displayName: 'Harver API (for the Account List)' },
		],
		webhooks: [
			{ name: 'default', httpMethod: 'POST', responseMode: 'onReceived', path: 'webhook' },
		],
		properties: fields,
	};

	methods = {
		listSearch: { searchAccounts },
		credentialTest: { testWebhookCredential },
	};

	/** Harver has no API for its webhooks: an admin creates and deletes them there (docs/harver-api.md, Webhooks). */
	webhookMethods = {
		default: {
			async checkExists(this: IHookFunctions): Promise<boolean> {
				await requireCredential(this);
				return true;
			},
			async create(this: IHookFunctions): Promise<boolean> {
				await requireCredential(this);
				return true;
			},
			async delete(this: IHookFunctions): Promise<boolean> {
				return await Promise.resolve(true);
			},
		},
	};

	async webhook(this: IWebhookFunctions): Promise<IWebhookResponseData> {
		return await handleWebhook(this);
	}
}
