import { itChangesTexts } from './changesOfTexts';

describe('adding sources to an opportunity', () => {
	itChangesTexts({
		operation: 'addSources',
		field: 'sources',
		one: 'source',
		task: 'add sources to',
	});
});
