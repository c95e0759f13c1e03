import { matchesFilters, supportsOrigins } from '../../../nodes/LeverTrigger/events';

describe('the filters', () => {
	const filters = {
		events: ['candidateStageChange', 'candidateHired'],
		toStageIds: ['a'],
		fromStageIds: ['b'],
	};
	it.each([
		['candidateStageChange', { toStageId: 'a', fromStageId: 'b' }, true],
		['candidateStageChange', { toStageId: 'b', fromStageId: 'b' }, false],
		['candidateStageChange', { toStageId: 'a', fromStageId: 'c' }, false],
		['candidateStageChange', { toStageId: ['a'], fromStageId: 'b' }, false],
		['candidateHired', {}, true],
		['candidateDeleted', {}, false],
	])('%s %j: %s', (event, data, expected) => {
		expect(matchesFilters(filters, event, data)).toBe(expected);
	});
});

describe('the origins', () => {
	it('filter the events of applications and candidates, except deleted ones', () => {
		expect(supportsOrigins('candidateStageChange')).toBe(true);
		expect(supportsOrigins('candidateDeleted')).toBe(false);
		expect(supportsOrigins('contactCreated')).toBe(false);
		expect(supportsOrigins('somethingNew')).toBe(false);
	});
});
