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
import { getStages } from './getStages';
import { register, registrationIsComplete, unregister } from './lifecycle';
import { receive } from './receive';
import { testSignatureTokens } from './testSignatureTokens';

export class LeverTrigger implements INodeType {
	description: INodeTypeDescription = {
		displayName: 'Lever Trigger',
		name: 'leverTrigger',
		icon: { light: 'file:../Lever/lever.svg', dark: 'file:../Lever/lever.dark.svg' },
		group: ['trigger'],
		version: 1,
		subtitle: buildChoiceSubtitle('events', EVENTS),
		description:
			'Starts the workflow when a candidate moves, applies, is hired, archived or deleted in Lever',
		defaults: { name: 'Lever Trigger' },
		eventTriggerDescription: 'Waiting for Lever to report an event',
		activationMessage:
			'Lever will now start this workflow. Check that a Super Admin has switched the events on in Lever.',
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
				return await registrationIsComplete(this);
			},
			async create(this: IHookFunctions): Promise<boolean> {
				await register(this);
				return true;
			},
			async delete(this: IHookFunctions): Promise<boolean> {
				await unregister(this);
				return true;
			},
		},
	};

	async webhook(this: IWebhookFunctions): Promise<IWebhookResponseData> {
		return await receive(this);
	}
}
