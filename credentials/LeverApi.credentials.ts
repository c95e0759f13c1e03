import type {
	ICredentialDataDecryptedObject,
	ICredentialType,
	Icon,
	IHttpRequestOptions,
	INodeProperties,
} from 'n8n-workflow';

import { metadata } from './metadata';
import { LEVER_BASE_URLS, leverBaseUrl } from './environments';
import { performAsDefault, requestsPerSecond, maxRetryTime } from './commonFields';
import { assertSameOrigin } from './safeUrl';

/** An API key of a Lever account, sent as the user name of Basic auth with an empty password (docs/lever-api.md, API keys). */
export class LeverApi implements ICredentialType {
	name = 'leverApi';

	displayName = metadata.leverApi.displayName;

	icon: Icon = {
		light: 'file:../nodes/Lever/lever.svg',
		dark: 'file:../nodes/Lever/lever.dark.svg',
	};

	documentationUrl = metadata.leverApi.documentationUrl;

	properties: INodeProperties[] = [
		{
			displayName: 'API Key',
			name: 'apiKey',
			type: 'string',
			typeOptions: { password: true },
			default: '',
			required: true,
			description:
				'A Super Admin creates the key in Lever under Settings > Integrations and API > API Credentials. The key has only the permissions selected when it is created, including access to confidential data.',
		},
		{
			displayName: 'Environment',
			name: 'environment',
			type: 'options',
			options: [
				{ name: 'Production', value: 'production' },
				{ name: 'Production (EU)', value: 'eu' },
				{ name: 'Sandbox', value: 'sandbox' },
				{ name: 'Custom Base URL', value: 'custom' },
			],
			default: 'production',
			description: 'A key works only in the environment where it was created',
		},
		{
			displayName: 'Base URL',
			name: 'baseUrl',
			type: 'string',
			default: '',
			placeholder: `e.g. ${LEVER_BASE_URLS.production}`,
			required: true,
			displayOptions: { show: { environment: ['custom'] } },
			description:
				'The URL of the Data API, including the version. Must start with https://, except for localhost.',
		},
		performAsDefault,
		requestsPerSecond,
		maxRetryTime,
	];

	/** Puts the key on a request to Lever. Throws UserError when the request goes elsewhere. */
	async authenticate(
		credentials: ICredentialDataDecryptedObject,
		request: IHttpRequestOptions,
	): Promise<IHttpRequestOptions> {
		assertSameOrigin(leverBaseUrl(credentials), request, 'Lever');
		const username = typeof credentials.apiKey === 'string' ? credentials.apiKey.trim() : '';
		return await Promise.resolve({ ...request, auth: { username, password: '' } });
	}
}
