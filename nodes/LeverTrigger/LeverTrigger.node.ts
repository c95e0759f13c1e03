import type {
	IHookFunctions,
	INodeType,
	INodeTypeDescription,
	IWebhookFunctions,
	IWebhookResponseData,
} from 'n8n-workflow';

import { authenticationField } from '../Lever/fields/common';
import { testApiKey } from '../Lever/methods/testApiKey';
import { buildChoiceSubtitle, mainConnection } from '../shared/node/properties';
import { EVENTS } from './events';
import { fields } from './fields';
import { handleWebhook } from './handleWebhook';
import { testSignatureTokens } from './signatureTokens';
import { getStages } from './stages';
import { createWebhooks, deleteWebhooks, webhooksExist } from './webhookMethods';

export class LeverTrigger implements INodeType {
	description: INodeTypeDescription = {
		displayName: 'Lever Trigger',
		name: 'leverTrigger',
		icon: { light: 'file:../Lever/lever.svg', dark: 'file:../Lever/lever.dark.svg' },
		group: ['trigger'],
		version: 1,
		subtitle: buildChoiceSubtitle('events', EVENTS),
		description:
			'Starts the workflow when a candidate applies, changes stage, or is hired, archived or deleted in Lever',
		defaults: { name: 'Lever Trigger' },
		eventTriggerDescription: 'Waiting for an event from Lever',
		activationMessage:
			'Lever events now start this workflow. Make sure that a Super Admin has turned them on in Lever.',
		inputs: [],
		outputs: mainConnection,
		credentials: [
			{
				name: 'leverApi',
				required: true,
				testedBy: 'testApiKey',
				displayOptions: { show: { authentication: ['apiKey'] } },
			},
			{
				name: 'leverOAuth2Api',
				required: true,
				displayOptions: { show: { authentication: ['oAuth2'] } },
			},
			{
				name: 'leverWebhookApi',
				testedBy: 'testSignatureTokens',
				displayOptions: { show: { registration: ['manual'] } },
			},
		],
		webhooks: [
			{ name: 'default', httpMethod: 'POST', responseMode: 'onReceived', path: 'webhook' },
		],
		properties: [authenticationField, ...fields],
	};

	methods = {
		loadOptions: { getStages },
		credentialTest: { testApiKey, testSignatureTokens },
	};

	webhookMethods = {
		default: {
			async checkExists(this: IHookFunctions): Promise<boolean> {
				return await webhooksExist(this);
			},
			async create(this: IHookFunctions): Promise<boolean> {
				await createWebhooks(this);
				return true;
			},
			async delete(this: IHookFunctions): Promise<boolean> {
				await deleteWebhooks(this);
				return true;
			},
		},
	};

	async webhook(this: IWebhookFunctions): Promise<IWebhookResponseData> {
		return await handleWebhook(this);
	}
}
