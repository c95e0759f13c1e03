import { resourceLocator } from '../../shared/node/resourceLocator';

/** One note on the profile of the chosen opportunity. */
export const noteField = resourceLocator({
	displayName: 'Note',
	name: 'noteId',
	description: 'The comment on the profile. The list shows those of the chosen opportunity.',
	searchMethod: 'searchNotes',
	idPlaceholder: 'e.g. 2d7a6f0e-51c5-4ad3-8f0a-3f0f3d2c1b4a',
});
