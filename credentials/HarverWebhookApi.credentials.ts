import type { ICredentialType, Icon, INodeProperties } from 'n8n-workflow';

import { metadata } from './metadata';

/** The Basic Auth login that Harver sends with its webhooks: chosen here and entered in both places (docs/harver-api.md, Webhooks). */
export class HarverWebhookApi implements ICredentialType {
	name = 'harverWebhookApi';

	displayName = metadata.harverWebhookApi.displayName;

	icon: Icon = {
		light: 'file:../nodes/Harver/harver.svg',
		dark: 'file:../nodes/Harver/harver.dark.svg',
	};

	documentationUrl = metadata.harverWebhookApi.documentationUrl;

	properties: INodeProperties[] = [
		{
			displayName: 'User',
			name: 'user',
			type: 'string',
			default: '',
			required: true,
			description:
				'Any name without a colon. Enter the same user in Harver under Integrations > Harver Webhook > Harver to ATS.',
		},
		{
			displayName: 'Password',
			name: 'password',
			type: 'string',
			typeOptions: { password: true },
			default: '',
			required: true,
			description:
				'A long random password that you use nowhere else. Enter the same password in Harver.',
		},
	];
}
