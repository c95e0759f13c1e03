import type { IExecuteFunctions, INodeProperties } from 'n8n-workflow';

import { parseList } from '../../shared/node/parameters';

/** What can be read together with an application (docs/harver-api.md, Reading an application). */
export const includesField: INodeProperties = {
	displayName: 'Include',
	name: 'includes',
	type: 'multiOptions',
	options: [
		{ name: 'Account Questions', value: 'account-questions' },
		{ name: 'Additional Info', value: 'additional-info' },
		{ name: 'Application Locations', value: 'application-locations' },
		{
			name: 'ATS Parameters',
			value: 'ats',
			description: 'The values given with the invitation, and from them the IDs in Lever',
		},
		{ name: 'Availability', value: 'availability' },
		{ name: 'Consents', value: 'consents' },
		{ name: 'Cover Letter', value: 'cover-letter' },
		{ name: 'Custom Document', value: 'custom-document' },
		{ name: 'Diagnostics', value: 'diagnostics' },
		{ name: 'Fraud Flags', value: 'fraud-flags' },
		{ name: 'Grading', value: 'grading' },
		{ name: 'Job Functions', value: 'job-functions' },
		{ name: 'Location Specific Question', value: 'location-specific-question' },
		{ name: 'Locations', value: 'locations' },
		{ name: 'Matching Indicators', value: 'matching-indicators' },
		{
			name: 'Matching Results',
			value: 'matching-results',
			description: 'Score, weight and pass or fail of each module',
		},
		{ name: 'Open Question', value: 'open-question' },
		{
			name: 'Open Questions (Old)',
			value: 'open-questions',
			description: 'Harver advises to use Open Question',
		},
		{ name: 'Personal Info', value: 'personal-info' },
		{
			name: 'Personal Information',
			value: 'personal-information',
			description: 'The newer module',
		},
		{ name: 'Proctoring', value: 'proctoring' },
		{ name: 'Profile Photo', value: 'profile-photo' },
		{
			name: 'Report',
			value: 'report',
			description:
				'Links to the report and the fact sheet, which die after 15 minutes, and to the candidate in Harver',
		},
		{ name: 'Resume', value: 'resume' },
		{ name: 'Sessions', value: 'sessions' },
		{
			name: 'Smart Job Navigator',
			value: 'smart-job-navigator',
			description: 'Only when the candidate has finished',
		},
		{ name: 'Vacancy', value: 'vacancy', description: 'Name and location of the vacancy' },
		{ name: 'Video Interviews', value: 'video-interviews' },
		{ name: 'Video Pitches', value: 'video-pitches' },
		{ name: 'Virtual Interviews', value: 'virtual-interviews' },
	],
	default: ['ats', 'vacancy'],
	description:
		'What to read together with the application. Choose only what your Harver account has: one that it lacks makes the whole request fail.',
};

/** The includes chosen for an item, each once. */
export function includesOf(context: IExecuteFunctions, itemIndex: number): string[] {
	return parseList(context.getNodeParameter('includes', itemIndex, []));
}
