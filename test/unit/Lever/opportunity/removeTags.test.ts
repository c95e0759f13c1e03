import { itChangesTexts } from './changesOfTexts';

describe('removing tags from an opportunity', () => {
	itChangesTexts({ operation: 'removeTags', field: 'tags', one: 'tag', task: 'remove tags from' });
});
