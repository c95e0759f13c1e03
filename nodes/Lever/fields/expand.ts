import type { INodeProperties } from 'n8n-workflow';

/** Which ids of an opportunity Lever replaces by the records behind them (docs/lever-api.md, Include and expand). */
export const expandField: INodeProperties = {
	displayName: 'Include Details Of',
	name: 'expand',
	type: 'multiOptions',
	options: [
		{
			name: 'Applications',
			value: 'applications',
			description: 'The application with its posting',
		},
		{ name: 'Contact', value: 'contact', description: 'The person behind the opportunity' },
		{ name: 'Followers', value: 'followers', description: 'The users who follow the opportunity' },
		{ name: 'Owner', value: 'owner', description: 'The user who owns the opportunity' },
		{ name: 'Sourced By', value: 'sourcedBy', description: 'The user who found the candidate' },
		{ name: 'Stage', value: 'stage', description: 'The stage with its name' },
	],
	default: [],
	description: 'What Lever gives in full in place of an ID',
};
