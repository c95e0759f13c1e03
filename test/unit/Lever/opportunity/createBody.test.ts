import {
	buildOpportunity,
	type OpportunityFields,
} from '../../../../nodes/Lever/actions/opportunity/createBody';

const NOW = Date.UTC(2026, 5, 1);
const nobody: OpportunityFields = {
	name: '',
	emails: '',
	posting: '',
	stage: '',
	hasResume: false,
	additionalFields: {},
};
const made = (given: Partial<OpportunityFields>) =>
	buildOpportunity({ ...nobody, ...given }, 'UTC', NOW);
const dated = (additionalFields: OpportunityFields['additionalFields']) =>
	made({ name: 'Ada Example', additionalFields });

describe('buildOpportunity', () => {
	it('contains only what is given', () => {
		expect(
			made({
				name: 'Ada Example',
				emails: '={{',
				additionalFields: { tags: '', followers: [], phones: {}, createdAt: '' },
			}),
		).toEqual({ name: 'Ada Example', emails: ['={{'] });
	});
	it.each([
		{ name: 'Ada Example' },
		{ emails: ['ada@example.org'] },
		{ additionalFields: { contact: 'c1' } },
		{ hasResume: true },
	])('accepts %j as a candidate', (given) => {
		expect(() => made(given)).not.toThrow();
	});
	it('requires a candidate', () => {
		expect(() => made({ posting: 'p1', stage: 's1' })).toThrow('No candidate was provided');
	});
	it.each([
		[{ createdAt: NOW + 1 }, '"Created At" is in the future'],
		[{ createdAt: 'soon' }, '"Created At" is not a date'],
		[{ archivedAt: 2e12, createdAt: 1e12 }, '"Archived At" requires an archive reason'],
		[{ archiveReason: 'r1', archivedAt: 1e12 }, '"Archived At" requires an earlier "Created At"'],
		[
			{ archiveReason: 'r1', archivedAt: 1e12, createdAt: 1e12 },
			'"Archived At" requires an earlier "Created At"',
		],
		[{ archiveReason: 'r1', archivedAt: 'then', createdAt: 1e12 }, '"Archived At" is not a date'],
	])('rejects dates that Lever would reject: %j', (fields, message) => {
		expect(() => dated(fields)).toThrow(message);
	});
	it('archives with a reason, now or after the opportunity was created', () => {
		expect(dated({ archiveReason: 'r1' }).archived).toEqual({ reason: 'r1' });
		expect(dated({ archiveReason: 'r1', createdAt: 1e12, archivedAt: 1e12 + 1 }).archived).toEqual({
			reason: 'r1',
			archivedAt: 1e12 + 1,
		});
	});
});
