import {
	planRegistration,
	type ListedWebhook,
	type OwnWebhook,
} from '../../../nodes/LeverTrigger/registration';
import { resolveStages } from '../../../nodes/LeverTrigger/stages';
import { passes } from '../../../nodes/LeverTrigger/filters';

const URL = 'https://n8n.example.org/webhook/1';
const ALL = ['applied', 'sourced', 'referred', 'university', 'agency', 'internal'];
const wanted = { url: URL, events: ['candidateStageChange'], origins: [] };

const listed = (id: string, fields: Partial<ListedWebhook> = {}): ListedWebhook => ({
	id,
	event: 'candidateStageChange',
	url: URL,
	origins: ALL,
	...fields,
});
const own = (id: string, fields: Partial<OwnWebhook> = {}): OwnWebhook => ({
	id,
	event: 'candidateStageChange',
	url: URL,
	signatureToken: 'token',
	...fields,
});

describe('registering webhooks in Lever', () => {
	it('makes one for each event at first', () => {
		const plan = planRegistration(
			{ ...wanted, events: ['candidateStageChange', 'candidateHired', 'candidateHired'] },
			[],
			[],
		);
		expect(plan).toEqual({
			keep: [],
			remove: [],
			create: ['candidateStageChange', 'candidateHired'],
		});
	});
	it('finds its own again', () => {
		expect(planRegistration(wanted, [listed('1')], [own('1')])).toEqual({
			keep: [own('1')],
			remove: [],
			create: [],
		});
	});
	it('leaves the webhooks of others alone', () => {
		expect(
			planRegistration(wanted, [listed('1', { url: 'https://other.example.org' })], []).remove,
		).toEqual([]);
	});
	it('replaces one whose signature token is lost: Lever shows it only once', () => {
		expect(planRegistration(wanted, [listed('1')], [])).toEqual({
			keep: [],
			remove: ['1'],
			create: ['candidateStageChange'],
		});
		expect(
			planRegistration(wanted, [listed('1')], [own('1', { signatureToken: '' })]).remove,
		).toEqual(['1']);
	});
	it('removes doubles', () => {
		expect(planRegistration(wanted, [listed('1'), listed('2')], [own('1')])).toMatchObject({
			remove: ['2'],
			create: [],
		});
	});
	it('makes again what was deleted in Lever', () => {
		expect(planRegistration(wanted, [], [own('1')])).toEqual({
			keep: [],
			remove: [],
			create: ['candidateStageChange'],
		});
	});
	it('removes events that are no longer wanted', () => {
		const plan = planRegistration(
			wanted,
			[listed('1'), listed('2', { event: 'candidateHired' })],
			[own('1'), own('2', { event: 'candidateHired' })],
		);
		expect(plan).toMatchObject({ remove: ['2'], create: [] });
	});
	it('replaces one with other origins, and knows that Lever lists all when none were asked for', () => {
		expect(
			planRegistration({ ...wanted, origins: ['applied'] }, [listed('1')], [own('1')]),
		).toMatchObject({ remove: ['1'], create: ['candidateStageChange'] });
		expect(
			planRegistration(
				{ ...wanted, origins: ['applied'] },
				[listed('1', { origins: ['applied'] })],
				[own('1')],
			).create,
		).toEqual([]);
	});
	it("removes its own at an address that is no longer n8n's", () => {
		const old = 'https://old.example.org/webhook/1';
		expect(
			planRegistration(wanted, [listed('1', { url: old })], [own('1', { url: old })]),
		).toMatchObject({ remove: ['1'], create: ['candidateStageChange'] });
	});
});

describe('the stages of the filters', () => {
	const stages = [
		{ id: 'lead-new', text: 'New Lead' },
		{ id: '1', text: 'Screen' },
		{ id: '2', text: 'screen' },
	];
	it('are found by id and by name', () => {
		expect(resolveStages(['lead-new', ' new lead'], stages).ids).toEqual({
			'lead-new': 'lead-new',
			' new lead': 'lead-new',
		});
	});
	it('are never guessed', () => {
		expect(resolveStages(['Screen', 'Gone'], stages)).toEqual({
			ids: {},
			unknown: ['Gone'],
			ambiguous: ['Screen'],
		});
	});
});

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
		expect(passes(filters, event, data)).toBe(expected);
	});
});
