import type { INodeProperties } from 'n8n-workflow';

/** Who acts in Lever when a node does not say (contract lever §1.9). */
export const performAsDefault: INodeProperties = {
	displayName: 'Perform As (Default)',
	name: 'performAs',
	type: 'string',
	default: '',
	placeholder: 'e.g. 8d49b010-cc6a-4f40-ace5-e86061c677ed',
	description:
		'ID of the Lever user on whose behalf the nodes act when they do not name one. Lever demands a user for files, for feedback and for creating opportunities; elsewhere the change is shown without an author if this is empty.',
};

/** Lever's limit for one key (contract lever §1.4). */
export const requestsPerSecond: INodeProperties = {
	displayName: 'Requests per Second',
	name: 'requestsPerSecond',
	type: 'number',
	typeOptions: { minValue: 1, maxValue: 100 },
	default: 10,
	description:
		"How fast the nodes ask, over all workflows of this n8n process. Lever's documented limit is 10; lower it when other tools use the same key.",
};
