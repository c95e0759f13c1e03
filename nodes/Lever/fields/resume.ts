import { resourceLocator } from '../../shared/node/resourceLocator';

/** One resume on the profile of the chosen opportunity. */
export const resumeField = resourceLocator({
	displayName: 'Resume',
	name: 'resumeId',
	description: 'The resume on the profile. The list shows those of the chosen opportunity.',
	searchMethod: 'searchResumes',
	idPlaceholder: 'e.g. 51adbbf2-2c3d-4e0f-9b7f-6a5d4c3b2a19',
});
