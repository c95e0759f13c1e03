import type {
	ICredentialDataDecryptedObject,
	ICredentialTestRequest,
	ICredentialType,
	Icon,
	IDataObject,
	IHttpRequestHelper,
	IHttpRequestOptions,
	INodeProperties,
} from 'n8n-workflow';

import { metadata } from './metadata';
import { HARVER_HOSTS, harverHost } from './environments';
import { harverToken } from './harverToken';
import { maxRetryTime } from './commonFields';
import { assertSameOrigin } from './safeUrl';

/**
 * An API client of Harver. Its access tokens expire after an hour: n8n gets one when there is none, and again after a 401
 * (docs/harver-api.md, Hosts, login and limits).
 */
export class HarverApi implements ICredentialType {
	name = 'harverApi';

	displayName = metadata.harverApi.displayName;

	icon: Icon = {
		light: 'file:../nodes/Harver/harver.svg',
		dark: 'file:../nodes/Harver/harver.dark.svg',
	};

	documentationUrl = metadata.harverApi.documentationUrl;

	properties: INodeProperties[] = [
		{
			displayName: 'Client ID',
			name: 'clientId',
			type: 'string',
			default: '',
			required: true,
			description: 'The ID that Harver issued with the client secret',
		},
		{
			displayName: 'Client Secret',
			name: 'clientSecret',
			type: 'string',
			typeOptions: { password: true },
			default: '',
			required: true,
		},
		{
			displayName: 'Environment',
			name: 'environment',
			type: 'options',
			options: [
				{ name: 'Production', value: 'production' },
				{ name: 'Test', value: 'test' },
				{ name: 'Custom', value: 'custom' },
			],
			default: 'production',
		},
		{
			displayName: 'Host',
			name: 'baseUrl',
			type: 'string',
			default: '',
			placeholder: `e.g. ${HARVER_HOSTS.production}`,
			required: true,
			displayOptions: { show: { environment: ['custom'] } },
			description:
				'The URL without /oauth/token or /api/v1.0. Must start with https://, except for localhost.',
		},
		{
			displayName: 'Account ID',
			name: 'accountId',
			type: 'string',
			default: '',
			placeholder: 'e.g. 5c9b8a7d6e5f4a3b2c1d0e9f',
			description:
				'The ID of the Harver account that the nodes use unless you choose another. It has 24 hexadecimal digits. Leave empty to choose the account in the node, or if the client has only one account.',
		},
		{
			displayName: 'Requests per Minute',
			name: 'requestsPerMinute',
			type: 'number',
			typeOptions: { minValue: 0, maxValue: 10_000 },
			default: 0,
			description:
				"The maximum across all workflows in this n8n process. 0 uses Harver's own limit: 450 in production, 300 in test.",
		},
		maxRetryTime,
		{
			displayName: 'Access Token',
			name: 'accessToken',
			type: 'hidden',
			typeOptions: { expirable: true, password: true },
			default: '',
		},
	];

	/** Gets an access token. Throws UserError when Harver rejects the client. */
	async preAuthentication(
		this: IHttpRequestHelper,
		credentials: ICredentialDataDecryptedObject,
	): Promise<IDataObject> {
		return { accessToken: await harverToken.fetch(this, credentials) };
	}

	/** Puts the access token on a request to Harver. Throws UserError when the request goes elsewhere. */
	async authenticate(
		credentials: ICredentialDataDecryptedObject,
		request: IHttpRequestOptions,
	): Promise<IHttpRequestOptions> {
		assertSameOrigin(harverHost(credentials), request, 'Harver');
		const token = typeof credentials.accessToken === 'string' ? credentials.accessToken : '';
		return await Promise.resolve({
			...request,
			headers: { ...request.headers, Authorization: `Bearer ${token}` },
		});
	}

	test: ICredentialTestRequest = {
		request: {
			baseURL: `={{ ($credentials.environment === 'custom' ? $credentials.baseUrl.trim().replace(/\\/+$/, '') : (${JSON.stringify(HARVER_HOSTS)})[$credentials.environment]) + '/api/v1.0' }}`,
			url: '/accounts',
		},
		rules: [
			{
				type: 'responseCode',
				properties: {
					value: 403,
					message:
						"This client can't read accounts. Ask Harver to grant it access to your account.",
				},
			},
		],
	};
}
