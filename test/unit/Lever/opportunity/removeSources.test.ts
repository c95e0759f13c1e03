import { itChangesTexts } from './changesOfTexts';

describe('removing sources from an opportunity', () => {
	itChangesTexts({
		operation: 'removeSources',
		field: 'sources',
		one: 'source',
		task: 'remove sources from',
	});
});
