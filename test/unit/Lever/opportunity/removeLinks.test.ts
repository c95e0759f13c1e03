import { itChangesLinks } from './changesOfLinks';

describe('removing links from an opportunity', () => {
	itChangesLinks({ operation: 'removeLinks', task: 'remove links from' });
});
