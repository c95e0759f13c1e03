import type { INodeProperties } from 'n8n-workflow';

/** Who acts in Lever unless a node says otherwise (docs/lever-api.md, Perform as). */
export const performAsDefault: INodeProperties = {
	displayName: 'Perform As (Default)',
	name: 'performAs',
	type: 'string',
	default: '',
	placeholder: 'e.g. 8d49b010-cc6a-4f40-ace5-e86061c677ed',
	description:
		'The ID of the Lever user shown as the author unless you choose another in the node. Lever requires a user for files, feedback and new opportunities. If empty, other changes show no author.',
};

/** Lever's limit for one key (docs/lever-api.md, Rate limits). */
export const requestsPerSecond: INodeProperties = {
	displayName: 'Requests per Second',
	name: 'requestsPerSecond',
	type: 'number',
	typeOptions: { minValue: 1, maxValue: 100 },
	default: 10,
	description:
		"The maximum across all workflows in this n8n process. Lever's documented limit is 10. Lower it if other tools use the same key.",
};

/** How long a request is retried when a service is down or busy. Also limits the pause that a service can ask for. */
export const maxRetryTime: INodeProperties = {
	displayName: 'Maximum Retry Time (Seconds)',
	name: 'maxRetryTime',
	type: 'number',
	typeOptions: { minValue: 0, maxValue: 3600 },
	default: 120,
	description:
		"How long to retry a request when the service is down, can't be reached or receives too many requests. After that, the item fails with an error.",
};
