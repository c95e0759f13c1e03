import { getApplicationState } from '../../../../nodes/Harver/items/application';

describe('where an application stands', () => {
	it.each([
		[{ status: 'in-progress' }, 'open'],
		[{ status: 'invited' }, 'open'],
		[{}, 'open'],
		[{ status: 'new' }, 'completed'],
		[{ status: 'rejected', completedAt: 1_760_003_600 }, 'completed'],
		[{ status: 'invited', completedAt: 1_760_003_600 }, 'completed'],
		[{ status: 'rejected', completedAt: null }, 'decided'],
		[{ status: 'hired' }, 'decided'],
	])('%j: %s', (attributes, standing) => {
		expect(getApplicationState(attributes)).toBe(standing);
	});
});
