import {
	getLeverIds,
	buildLeverParameters,
	findParameterProblem,
} from '../../../../nodes/Harver/items/atsParameters';

describe('ATS parameters carry the Lever ids', () => {
	it('of an opportunity with its application in full', () => {
		const opportunity = {
			id: 'opportunity-1',
			contact: 'contact-1',
			applications: [{ id: 'application-1', posting: 'posting-1' }],
		};
		expect(buildLeverParameters(opportunity)).toEqual({
			candidate_id: 'opportunity-1',
			lever_opportunity_id: 'opportunity-1',
			lever_contact_id: 'contact-1',
			lever_application_id: 'application-1',
			lever_posting_id: 'posting-1',
		});
	});
	it('of an opportunity with ids only, or without a posting', () => {
		expect(buildLeverParameters({ id: 'o', contact: { id: 'c' }, applications: ['a'] })).toEqual({
			candidate_id: 'o',
			lever_opportunity_id: 'o',
			lever_contact_id: 'c',
			lever_application_id: 'a',
		});
		expect(buildLeverParameters({ id: 'o', applications: [] })).toEqual({
			candidate_id: 'o',
			lever_opportunity_id: 'o',
		});
	});
});

describe('the way back to Lever', () => {
	it('is read from the parameters that the invitation carried', () => {
		const opportunity = { id: 'o', contact: 'c', applications: [{ id: 'a', posting: 'p' }] };
		expect(getLeverIds(buildLeverParameters(opportunity))).toEqual({
			opportunityId: 'o',
			contactId: 'c',
			applicationId: 'a',
			postingId: 'p',
		});
	});
	it.each(['candidate_id', 'candidateId'])(
		'is read from %s when nothing else comes back',
		(name) => {
			const opportunityId = '0b1c2d3e-4f50-6172-8394-a5b6c7d8e9f0';
			expect(getLeverIds({ [name]: opportunityId, vacancy_id: '7' })).toEqual({
				opportunityId,
				contactId: null,
				applicationId: null,
				postingId: null,
			});
		},
	);
	it('is not read from the candidate ID of another system', () => {
		expect(getLeverIds({ candidate_id: '4711' })).toEqual({
			opportunityId: null,
			contactId: null,
			applicationId: null,
			postingId: null,
		});
	});
});

describe("Harver's limits", () => {
	it('let 20 pairs, plain names and 512 characters pass', () => {
		const most = Object.fromEntries(
			Array.from({ length: 20 }, (_, index) => [`key-${index.toString()}_A`, 'x'.repeat(512)]),
		);
		expect(findParameterProblem(most)).toBeUndefined();
	});
	it.each([
		[
			Object.fromEntries(Array.from({ length: 21 }, (_, index) => [`k${index.toString()}`, ''])),
			/21 ATS parameters/,
		],
		[{ 'with space': 'x' }, /"with space" has a name/],
		[{ long: 'x'.repeat(513) }, /"long" is longer than 512/],
	])('are reported before anything is sent', (parameters, problem) => {
		expect(findParameterProblem(parameters)).toMatch(problem);
	});
});
