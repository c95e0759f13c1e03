import type { INodeProperties } from 'n8n-workflow';

/** How the node logs in to Lever. */
export const authenticationField: INodeProperties = {
	displayName: 'Authentication',
	name: 'authentication',
	type: 'options',
	noDataExpression: true,
	options: [
		{ name: 'API Key', value: 'apiKey' },
		{ name: 'OAuth2', value: 'oAuth2' },
	],
	default: 'apiKey',
	description:
		'An API key is made by a Super Admin in Lever; OAuth2 needs an app that Lever has registered',
};
