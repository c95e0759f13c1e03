import { resourceLocator } from '../../shared/node/resourceLocator';

/** One file on the profile of the chosen opportunity. */
export const fileField = resourceLocator({
	displayName: 'File',
	name: 'fileId',
	description: 'The file on the profile. The list shows those of the chosen opportunity.',
	searchMethod: 'searchFiles',
	idPlaceholder: 'e.g. 7c1e0f52-9a40-4a7b-8a1e-52d6f1f0c3de',
});
