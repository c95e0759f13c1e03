import type {
	IHookFunctions,
	INodeType,
	INodeTypeDescription,
	IWebhookFunctions,
	IWebhookResponseData,
} from 'n8n-workflow';
import { buildChoiceSubtitle, mainConnection } from '../shared/node/properties';
import { KINDS } from './events';
import { fields } from './fields';
import { requireLogin } from './login';
import { receive } from './receive';
import { searchAccounts } from './searchAccounts';
import { testLogin } from './testLogin';

export class HarverTrigger implements INodeType {
	description: INodeTypeDescription = {
		displayName: 'Harver Trigger',
		name: 'harverTrigger',
		icon: { light: 'file:../Harver/harver.svg', dark: 'file:../Harver/harver.dark.svg' },
		group: ['trigger'],
		version: 1,
		subtitle: buildChoiceSubtitle('events', KINDS),
		description:
			'Starts the workflow when a candidate starts, continues or completes an application in Harver',
		defaults: { name: 'Harver Trigger' },
		eventTriggerDescription: 'Waiting for Harver to report an event',
		activationMessage:
			'Harver starts this workflow as soon as its production URL is entered in Harver.',
		inputs: [],
		outputs: mainConnection,
		credentials: [
			{
				name: 'harverWebhookApi',
				required: true,
				testedBy: 'testLogin',
				displayOptions: { show: { authentication: ['basicAuth'] } },
			},
			{ name: 'harverApi', displayName: 'Harver API (for the List of Accounts)' },
		],
		webhooks: [
			{ name: 'default', httpMethod: 'POST', responseMode: 'onReceived', path: 'webhook' },
		],
		properties: fields,
	};

	methods = {
		listSearch: { searchAccounts },
		credentialTest: { testLogin },
	};

	/** Harver has no API for its webhooks: an admin makes and removes them there, so n8n finds nothing to do. */
	webhookMethods = {
		default: {
			async checkExists(this: IHookFunctions): Promise<boolean> {
				await requireLogin(this);
				return true;
			},
			async create(this: IHookFunctions): Promise<boolean> {
				await requireLogin(this);
				return true;
			},
			async delete(this: IHookFunctions): Promise<boolean> {
				return await Promise.resolve(true);
			},
		},
	};

	async webhook(this: IWebhookFunctions): Promise<IWebhookResponseData> {
		return await receive(this);
	}
}
