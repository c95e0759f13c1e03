import type { ICredentialType, Icon, INodeProperties } from 'n8n-workflow';

import { metadata } from './metadata';
import { LEVER_BASE_URLS, LEVER_LOGIN_URLS } from './environments';
import { performAsDefault, requestsPerSecond, maxRetryTime } from './commonFields';

/** Lever's blueprint for assessment partners (docs/lever-api.md, OAuth2), plus the scopes that the lists in the editor and the workflows need. */
const SCOPES = [
	'offline_access',
	'opportunities:write:admin',
	'notes:write:admin',
	'stages:read:admin',
	'tags:read:admin',
	'webhooks:write:admin',
	'files:write:admin',
	'postings:read:admin',
	'users:read:admin',
	'archive_reasons:read:admin',
	'applications:read:admin',
	'resumes:read:admin',
	'contact:read:admin',
];

/** A registered OAuth2 app of a Lever partner: authorization code with audience; refresh tokens rotate (docs/lever-api.md, OAuth2). */
export class LeverOAuth2Api implements ICredentialType {
	name = 'leverOAuth2Api';

	extends = ['oAuth2Api'];

	displayName = metadata.leverOAuth2Api.displayName;

	icon: Icon = {
		light: 'file:../nodes/Lever/lever.svg',
		dark: 'file:../nodes/Lever/lever.dark.svg',
	};

	documentationUrl = metadata.leverOAuth2Api.documentationUrl;

	properties: INodeProperties[] = [
		{
			displayName: 'Environment',
			name: 'environment',
			type: 'options',
			options: [
				{ name: 'Production', value: 'production' },
				{ name: 'Sandbox', value: 'sandbox' },
				{ name: 'Custom', value: 'custom' },
			],
			default: 'production',
			description: 'EU accounts use Production. Lever redirects them to their own data center.',
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
		{
			displayName: 'Login URL',
			name: 'loginUrl',
			type: 'string',
			default: '',
			placeholder: `e.g. ${LEVER_LOGIN_URLS.production}`,
			required: true,
			displayOptions: { show: { environment: ['custom'] } },
			description: 'The URL without /authorize or /oauth/token',
		},
		{ displayName: 'Grant Type', name: 'grantType', type: 'hidden', default: 'authorizationCode' },
		{
			displayName: 'Authorization URL',
			name: 'authUrl',
			type: 'hidden',
			default: `=${getLoginUrl()}/authorize`,
			required: true,
		},
		{
			displayName: 'Access Token URL',
			name: 'accessTokenUrl',
			type: 'hidden',
			default: `=${getLoginUrl()}/oauth/token`,
			required: true,
		},
		{
			displayName: 'Scope',
			name: 'scope',
			type: 'string',
			default: SCOPES.join(' '),
			description:
				'The scopes to request, separated by spaces. Lever must have registered each scope for the app (maximum 20). Without offline_access, the connection expires after an hour.',
		},
		{
			displayName: 'Auth URI Query Parameters',
			name: 'authQueryParameters',
			type: 'hidden',
			default: `=audience={{ encodeURIComponent(${getBaseUrl()} + '/') }}&prompt=consent`,
		},
		{ displayName: 'Authentication', name: 'authentication', type: 'hidden', default: 'body' },
		performAsDefault,
		requestsPerSecond,
		maxRetryTime,
	];
}

/** The client secret goes there: plain http becomes https, except on this machine. */
function getLoginUrl(): string {
	return `{{ $self["environment"] === 'custom' ? ${getCustomUrl('loginUrl')} : (${JSON.stringify(LEVER_LOGIN_URLS)})[$self["environment"]] }}`;
}

function getBaseUrl(): string {
	return `($self["environment"] === 'custom' ? ${getCustomUrl('baseUrl')} : (${JSON.stringify(LEVER_BASE_URLS)})[$self["environment"]])`;
}

function getCustomUrl(field: string): string {
	return `$self["${field}"].trim().replace(/\\/+$/, '').replace(/^http:(?!\\/\\/(localhost|127\\.0\\.0\\.1|\\[::1\\])(:|\\/|$))/i, 'https:')`;
}
