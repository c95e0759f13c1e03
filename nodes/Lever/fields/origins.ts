import type { INodePropertyOptions } from 'n8n-workflow';

/** How a candidacy came about (docs/lever-api.md, Opportunities). */
export const ORIGINS: INodePropertyOptions[] = [
	{ name: 'Agency', value: 'agency' },
	{ name: 'Applied', value: 'applied' },
	{ name: 'Internal', value: 'internal' },
	{ name: 'Referred', value: 'referred' },
	{ name: 'Sourced', value: 'sourced' },
	{ name: 'University', value: 'university' },
];
