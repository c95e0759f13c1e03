import {
	planWebhooks,
	type ListedWebhook,
	type RegisteredWebhook,
} from '../../../nodes/LeverTrigger/leverWebhooks';

const URL = 'https://n8n.example.org/webhook/1';
const ALL = ['applied', 'sourced', 'referred', 'university', 'agency', 'internal'];
const desired = { url: URL, events: ['candidateStageChange'], origins: [] };

const listed = (id: string, fields: Partial<ListedWebhook> = {}): ListedWebhook => ({
	id,
	event: 'candidateStageChange',
	url: URL,
	origins: ALL,
	...fields,
});
const registered = (id: string, fields: Partial<RegisteredWebhook> = {}): RegisteredWebhook => ({
	id,
	event: 'candidateStageChange',
	url: URL,
	signatureToken: 'token',
	...fields,
});

describe('the plan for the webhooks in Lever', () => {
	it('creates one for each event', () => {
		const plan = planWebhooks(
			{ ...desired, events: ['candidateStageChange', 'candidateHired', 'candidateHired'] },
			[],
			[],
		);
		expect(plan).toEqual({
			keep: [],
			remove: [],
			create: ['candidateStageChange', 'candidateHired'],
		});
	});
	it('keeps the ones that this trigger created', () => {
		expect(planWebhooks(desired, [listed('1')], [registered('1')])).toEqual({
			keep: [registered('1')],
			remove: [],
			create: [],
		});
	});
	it('does not touch the webhooks of others', () => {
		expect(
			planWebhooks(desired, [listed('1', { url: 'https://other.example.org' })], []).remove,
		).toEqual([]);
	});
	it('replaces one whose signature token is lost, as Lever shows it only once', () => {
		expect(planWebhooks(desired, [listed('1')], [])).toEqual({
			keep: [],
			remove: ['1'],
			create: ['candidateStageChange'],
		});
		expect(
			planWebhooks(desired, [listed('1')], [registered('1', { signatureToken: '' })]).remove,
		).toEqual(['1']);
	});
	it('removes duplicates', () => {
		expect(planWebhooks(desired, [listed('1'), listed('2')], [registered('1')])).toMatchObject({
			remove: ['2'],
			create: [],
		});
	});
	it('creates one again that was deleted in Lever', () => {
		expect(planWebhooks(desired, [], [registered('1')])).toEqual({
			keep: [],
			remove: [],
			create: ['candidateStageChange'],
		});
	});
	it('removes events that are no longer selected', () => {
		const plan = planWebhooks(
			desired,
			[listed('1'), listed('2', { event: 'candidateHired' })],
			[registered('1'), registered('2', { event: 'candidateHired' })],
		);
		expect(plan).toMatchObject({ remove: ['2'], create: [] });
	});
	it('replaces one with other origins; Lever lists all of them when none were given', () => {
		expect(
			planWebhooks({ ...desired, origins: ['applied'] }, [listed('1')], [registered('1')]),
		).toMatchObject({ remove: ['1'], create: ['candidateStageChange'] });
		expect(
			planWebhooks(
				{ ...desired, origins: ['applied'] },
				[listed('1', { origins: ['applied'] })],
				[registered('1')],
			).create,
		).toEqual([]);
	});
	it('removes its own at an address that n8n no longer has', () => {
		const old = 'https://old.example.org/webhook/1';
		expect(
			planWebhooks(desired, [listed('1', { url: old })], [registered('1', { url: old })]),
		).toMatchObject({ remove: ['1'], create: ['candidateStageChange'] });
	});
});
