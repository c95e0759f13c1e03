import { opportunityIdFrom } from '../../../nodes/shared/node/runOperations';

it.each([
	['the result of an invitation', { opportunityId: 'o1' }, 'o1'],
	['an application', { id: 'a1', lever: { opportunityId: 'o1' } }, 'o1'],
	['a delivery', { event: 'candidateHired', data: { opportunityId: 'o1' } }, 'o1'],
	['an opportunity', { id: 'o1', stage: 'lead-new', contact: 'c1' }, 'o1'],
	['something else with an id', { id: 'a1', stage: 'lead-new' }, undefined],
	['an application from elsewhere', { id: 'a1', lever: { opportunityId: null } }, undefined],
	['a claim that is no id', { data: { opportunityId: 'see https://evil.example' } }, undefined],
	['an endless claim', { data: { opportunityId: 'x'.repeat(65) } }, undefined],
])('finds the opportunity in %s', (_what, json, expected) => {
	expect(opportunityIdFrom(json)).toBe(expected);
});
