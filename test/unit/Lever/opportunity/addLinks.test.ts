import { itChangesLinks } from './changesOfLinks';

describe('adding links to an opportunity', () => {
	itChangesLinks({ operation: 'addLinks', task: 'add links to' });
});
