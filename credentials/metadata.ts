const README = 'https://github.com/lever-harver/n8n-nodes-lever-harver';

/**
 * The name and the documentation of each credential. Not in the classes because two of n8n's lint rules contradict each
 * other about a literal `documentationUrl`: camel case for n8n's own nodes, a URL for everybody else's.
 */
export const metadata = {
	leverApi: { displayName: 'Lever API', documentationUrl: `${README}#lever-api` },
	leverOAuth2Api: {
		displayName: 'Lever OAuth2 API',
		documentationUrl: `${README}#lever-oauth2-api`,
	},
	leverWebhookApi: {
		displayName: 'Lever Webhook API',
		documentationUrl: `${README}#lever-webhook-api`,
	},
	harverApi: { displayName: 'Harver API', documentationUrl: `${README}#harver-api` },
	harverWebhookApi: {
		displayName: 'Harver Webhook API',
		documentationUrl: `${README}#harver-webhook-api`,
	},
} as const;
