import { getApplicationState } from '../../../../nodes/Harver/items/application';

describe('the state of an application', () => {
	it.each([
		[{ status: 'in-progress' }, 'open'],
		[{ status: 'invited' }, 'open'],
		[{}, 'open'],
		[{ status: 'new' }, 'completed'],
		[{ status: 'rejected', completedAt: 1_760_003_600 }, 'completed'],
		[{ status: 'invited', completedAt: 1_760_003_600 }, 'completed'],
		[{ status: 'rejected', completedAt: null }, 'decided'],
		[{ status: 'hired' }, 'decided'],
	])('%j is %s', (attributes, state) => {
		expect(getApplicationState(attributes)).toBe(state);
	});
});
