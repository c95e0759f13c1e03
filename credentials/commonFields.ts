import type { INodeProperties } from 'n8n-workflow';

/** Who acts in Lever when a node does not say (docs/lever-api.md, Perform as). */
export const performAsDefault: INodeProperties = {
	displayName: 'Perform As (Default)',
	name: 'performAs',
	type: 'string',
	default: '',
	placeholder: 'e.g. 8d49b010-cc6a-4f40-ace5-e86061c677ed',
	description:
		'ID of the Lever user on whose behalf the nodes act when they do not name one. Lever demands a user for files, for feedback and for creating opportunities; elsewhere the change is shown without an author if this is empty.',
};

/** Lever's limit for one key (docs/lever-api.md, Rate limits). */
export const requestsPerSecond: INodeProperties = {
	displayName: 'Requests per Second',
	name: 'requestsPerSecond',
	type: 'number',
	typeOptions: { minValue: 1, maxValue: 100 },
	default: 10,
	description:
		"How fast the nodes ask, over all workflows of this n8n process. Lever's documented limit is 10; lower it when other tools use the same key.",
};

/** How patient the nodes are with a service that is down or busy. */
export const maxRetryTime: INodeProperties = {
	displayName: 'Maximum Retry Time (Seconds)',
	name: 'maxRetryTime',
	type: 'number',
	typeOptions: { minValue: 0, maxValue: 3600 },
	default: 120,
	description:
		'How long a node goes on trying when the service is down, cannot be reached or refuses because of too many requests. After that the item fails with an error.',
};
