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
import { UserError } from 'n8n-workflow';

import { metadata } from './metadata';
import { HARVER_HOSTS } from './environments';
import { harverHost, harverToken } from './harverToken';
import { maxRetryTime } from './commonFields';
import { assertSameOrigin } from './safeUrl';

/**
 * An API client of Harver. Its tokens live an hour: n8n fetches one when there is none and again when Harver answers 401
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
			description: 'Issued by Harver together with the client secret',
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
			placeholder: HARVER_HOSTS.production,
			required: true,
			displayOptions: { show: { environment: ['custom'] } },
			description:
				'The address below which /oauth/token and /api/v1.0 are found. Must be https, except on this machine.',
		},
		{
			displayName: 'Account ID',
			name: 'accountId',
			type: 'string',
			default: '',
			placeholder: 'e.g. 5c9b8a7d6e5f4a3b2c1d0e9f',
			description:
				'The Harver account that the nodes use when they do not name one: 24 hexadecimal digits. Leave it empty to pick the account in the node; a client with a single account needs neither.',
		},
		{
			displayName: 'Requests per Minute',
			name: 'requestsPerMinute',
			type: 'number',
			typeOptions: { minValue: 0, maxValue: 10_000 },
			default: 0,
			description:
				"How fast the nodes ask, over all workflows of this n8n process. 0 is Harver's own limit: 450 in production, 300 in test.",
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

	/** Fetches an access token. Throws UserError when Harver refuses the client; what can be tried again is thrown as it came. */
	async preAuthentication(
		this: IHttpRequestHelper,
		credentials: ICredentialDataDecryptedObject,
	): Promise<IDataObject> {
		const { url, body } = harverToken.request(credentials);
		const answer: unknown = await this.helpers.httpRequest({
			method: 'POST',
			url,
			body,
			headers: { 'content-type': 'application/x-www-form-urlencoded', accept: 'application/json' },
			json: false,
			timeout: 30_000,
			disableFollowRedirect: true,
			returnFullResponse: true,
			ignoreHttpStatusErrors: { ignore: true, except: [429, 500, 502, 503, 504] },
		});
		const accessToken = harverToken.read(answer);
		if (accessToken === undefined)
			throw new UserError(harverToken.refusalMessage, { description: harverToken.refusalAdvice });
		return { accessToken };
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
						'Harver knows this client, but it may not read accounts. Ask Harver to give the client access to your account.',
				},
			},
		],
	};
}
