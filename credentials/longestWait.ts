import type { INodeProperties } from 'n8n-workflow';

/** How patient the nodes are with a service that is down or busy. */
export const longestWait: INodeProperties = {
	displayName: 'Longest Wait (Seconds)',
	name: 'longestWait',
	type: 'number',
	typeOptions: { minValue: 0, maxValue: 3600 },
	default: 120,
	description:
		'How long a node goes on trying when the service is down, cannot be reached or refuses because of too many requests. After that the item fails with an error.',
};
