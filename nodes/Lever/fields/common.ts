import type { IExecuteFunctions, INodeProperties, INodePropertyOptions } from 'n8n-workflow';

import { getRequiredParameter, parseList } from '../../shared/node/parameters';
import { resourceLocator } from '../../shared/node/resourceLocator';

/** Which credential the node uses. */
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
		'A Super Admin creates an API key in Lever. OAuth2 requires an app registered with Lever.',
};

/** The opportunity (one application of a person, with its own stage) that an operation works on. */
export const opportunityField = resourceLocator({
	displayName: 'Opportunity',
	name: 'opportunityId',
	description:
		'The opportunity to work on. After a Lever Trigger, its ID is <code>{{ $json.data.opportunityId }}</code>. Search the list by email address, or by name among the most recent opportunities.',
	searchMethod: 'searchOpportunities',
	idPlaceholder: 'e.g. 0b1cf7a2-3c1d-4d52-9f0e-2c8f5a7c9e11',
	defaultMode: 'id',
});

/** The ID in the Opportunity field. Throws NodeOperationError when it is empty. */
export function getOpportunityId(context: IExecuteFunctions, itemIndex: number): string {
	return getRequiredParameter(context, itemIndex, 'opportunityId', 'opportunity');
}

/** A stage of the pipeline (docs/lever-api.md, Reference lists). */
export const stageField = resourceLocator({
	displayName: 'Stage',
	name: 'stageId',
	description: 'The pipeline stage. All postings share the same stages.',
	searchMethod: 'searchStages',
	idPlaceholder: 'e.g. applicant-new',
});

/** One note of the chosen opportunity. */
export const noteField = resourceLocator({
	displayName: 'Note',
	name: 'noteId',
	description: 'The note. The list shows the notes of the chosen opportunity.',
	searchMethod: 'searchNotes',
	idPlaceholder: 'e.g. 2d7a6f0e-51c5-4ad3-8f0a-3f0f3d2c1b4a',
});

/** One file of the chosen opportunity. */
export const fileField = resourceLocator({
	displayName: 'File',
	name: 'fileId',
	description: 'The file. The list shows the files of the chosen opportunity.',
	searchMethod: 'searchFiles',
	idPlaceholder: 'e.g. 7c1e0f52-9a40-4a7b-8a1e-52d6f1f0c3de',
});

/** One resume of the chosen opportunity. */
export const resumeField = resourceLocator({
	displayName: 'Resume',
	name: 'resumeId',
	description: 'The resume. The list shows the resumes of the chosen opportunity.',
	searchMethod: 'searchResumes',
	idPlaceholder: 'e.g. 51adbbf2-2c3d-4e0f-9b7f-6a5d4c3b2a19',
});

/** Which IDs of an opportunity Lever replaces with the records they stand for (docs/lever-api.md, Include and expand). */
export const expandField: INodeProperties = {
	displayName: 'Include Details Of',
	name: 'expand',
	type: 'multiOptions',
	options: [
		{ name: 'Applications', value: 'applications', description: 'The application and its posting' },
		{ name: 'Contact', value: 'contact', description: 'The person' },
		{ name: 'Followers', value: 'followers', description: 'The users who follow the opportunity' },
		{ name: 'Owner', value: 'owner', description: 'The user who owns the opportunity' },
		{ name: 'Sourced By', value: 'sourcedBy', description: 'The user who sourced the candidate' },
		{ name: 'Stage', value: 'stage', description: 'The stage with its name' },
	],
	default: [],
	description: 'Records to return in full instead of only their IDs',
};

/** The values chosen in the Include Details Of field. */
export function getExpand(context: IExecuteFunctions, itemIndex: number): string[] {
	return parseList(context.getNodeParameter('expand', itemIndex, []));
}

/** How an opportunity came about (docs/lever-api.md, Opportunities). */
export const ORIGINS: INodePropertyOptions[] = [
	{ name: 'Agency', value: 'agency' },
	{ name: 'Applied', value: 'applied' },
	{ name: 'Internal', value: 'internal' },
	{ name: 'Referred', value: 'referred' },
	{ name: 'Sourced', value: 'sourced' },
	{ name: 'University', value: 'university' },
];

/** The filter for confidential records; `records` names them in its description: "postings". */
export function confidentialityFilter(records: string): INodeProperties {
	return {
		displayName: 'Confidentiality',
		name: 'confidentiality',
		type: 'options',
		options: [
			{ name: 'All', value: 'all' },
			{ name: 'Confidential', value: 'confidential' },
			{ name: 'Not Confidential', value: 'non-confidential' },
		],
		default: 'all',
		description: `Without this filter, Lever returns only ${records} that are not confidential. To read the others, the API key must have been created with access to confidential data.`,
	};
}
