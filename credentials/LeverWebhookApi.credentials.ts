import type { ICredentialType, Icon, INodeProperties } from 'n8n-workflow';

import { metadata } from './metadata';

/** The signature tokens of webhooks that were created manually in Lever's settings: one each (docs/lever-api.md, Signatures). */
export class LeverWebhookApi implements ICredentialType {
	name = 'leverWebhookApi';

	displayName = metadata.leverWebhookApi.displayName;

	icon: Icon = {
		light: 'file:../nodes/Lever/lever.svg',
		dark: 'file:../nodes/Lever/lever.dark.svg',
	};

	documentationUrl = metadata.leverWebhookApi.documentationUrl;

	properties: INodeProperties[] = [
		{
			displayName: 'Signature Tokens',
			name: 'signatureTokens',
			type: 'string',
			typeOptions: { password: true },
			default: '',
			required: true,
			description:
				'The signature token of each webhook. Copy it from Lever under Settings > Integrations and API > Webhooks. Separate multiple tokens with commas or spaces.',
		},
	];
}
