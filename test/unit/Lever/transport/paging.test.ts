import nock from 'nock';

import { leverList, leverPage, leverRequest } from '../../../../nodes/Lever/transport/request';
import type { ServiceRequest } from '../../../../nodes/shared/http/types';
import { inNode } from '../../inNode';

const credentials = () => ({
	leverApi: { apiKey: `paging ${expect.getState().currentTestName ?? ''}` },
});
const LIST: ServiceRequest = {
	method: 'GET',
	path: '/opportunities',
	query: { tag: ['a', 'b'], email: '', stage_id: undefined },
	description: 'list the opportunities',
};
const lever = () => nock('https://api.lever.co');
const records = (from: number, count: number) =>
	Array.from({ length: count }, (_, index) => ({ id: `o${(from + index).toString()}` }));

/** A page is given out when it is asked for with this limit and the `next` of the page before. */
function page(offset: string | undefined, limit: number, body: object): void {
	lever()
		.get('/v1/opportunities')
		.query({ tag: ['a', 'b'], limit, ...(offset === undefined ? {} : { offset }) })
		.reply(200, body);
}

const list = async (limit?: number) =>
	await inNode(async (context) => ({ records: await leverList(context, LIST, limit) }), {
		credentials: credentials(),
	});

afterEach(() => {
	expect(nock.pendingMocks()).toEqual([]);
	nock.cleanAll();
});

describe('a list of Lever', () => {
	it('is read page by page; the token of the next page is given back as it came', async () => {
		page(undefined, 100, {
			data: records(0, 100),
			hasNext: true,
			next: '%5B3%2C149%2C%22o99%22%5D',
		});
		page('%5B3%2C149%2C%22o99%22%5D', 100, { data: records(100, 100), hasNext: true, next: 'p3' });
		page('p3', 100, { data: records(200, 1), hasNext: false });
		expect((await list()).value).toEqual({ records: records(0, 201) });
	});

	it('is read no further than the limit, and no more is asked for than is wanted', async () => {
		page(undefined, 100, { data: records(0, 100), hasNext: true, next: 'p2' });
		page('p2', 30, { data: records(100, 30), hasNext: true, next: 'p3' });
		expect((await list(130)).value).toEqual({ records: records(0, 130) });
		page(undefined, 2, { data: records(0, 5), hasNext: true, next: 'p2' });
		expect((await list(2)).value).toEqual({ records: records(0, 2) });
	});

	it.each([
		['without hasNext', { data: records(0, 2) }],
		['without hasNext, but with a next', { data: records(0, 2), next: 'p2' }],
		['with hasNext, but without a next', { data: records(0, 2), hasNext: true }],
		['with an empty next', { data: records(0, 2), hasNext: true, next: '' }],
		['as a bare list', records(0, 2)],
	])('%s ends', async (_how, body) => {
		page(undefined, 100, body);
		expect((await list()).value).toEqual({ records: records(0, 2) });
	});

	it.each([
		['one record', { data: { id: 'o0' } }, records(0, 1)],
		['nothing', { data: null }, []],
		['nothing at all', {}, []],
		['an empty list', { data: [], hasNext: false }, []],
	])('that holds %s is read', async (_what, body, expected) => {
		page(undefined, 100, body);
		expect((await list()).value).toEqual({ records: expected });
	});

	it('may have an empty page in the middle', async () => {
		page(undefined, 100, { data: [], hasNext: true, next: 'p2' });
		page('p2', 100, { data: records(0, 1), hasNext: false });
		expect((await list()).value).toEqual({ records: records(0, 1) });
	});

	it('that leads back to an earlier page is an error, not an endless loop', async () => {
		page(undefined, 100, { data: records(0, 1), hasNext: true, next: 'p2' });
		page('p2', 100, { data: records(1, 1), hasNext: true, next: 'p3' });
		page('p3', 100, { data: records(2, 1), hasNext: true, next: 'p2' });
		const { error } = await list();
		expect(error?.message).toBe("Lever's list does not end: could not list the opportunities");
	});

	it('is given page by page to a picker', async () => {
		lever()
			.get('/v1/opportunities')
			.query({ tag: ['a', 'b'], offset: 'p2' })
			.reply(200, { data: records(0, 1), hasNext: true, next: 'p3' });
		const { value } = await inNode(async (context) => await leverPage(context, LIST, 'p2'), {
			credentials: credentials(),
		});
		expect(value).toEqual({ records: records(0, 1), next: 'p3' });
	});
});

describe('a record of Lever', () => {
	it.each([
		['wrapped once', { data: { id: 'o1', data: 'own field' } }],
		['wrapped twice', { data: { data: { id: 'o1', data: 'own field' } } }],
		['bare', { id: 'o1', data: 'own field' }],
	])('is read %s', async (_how, body) => {
		lever().get('/v1/opportunities/o1').reply(200, body);
		const { value } = await inNode(
			async (context) =>
				await leverRequest(context, {
					method: 'GET',
					path: '/opportunities/o1',
					description: 'read the opportunity o1',
				}),
			{ credentials: credentials() },
		);
		expect(value).toEqual({ id: 'o1', data: 'own field' });
	});

	it.each([[undefined], [[]], [{ data: null }], ['plain words']])(
		'is empty when Lever answers %j',
		async (body) => {
			lever().post('/v1/opportunities/o1/addTags').reply(200, body);
			const { value } = await inNode(
				async (context) =>
					await leverRequest(context, {
						method: 'POST',
						path: '/opportunities/o1/addTags',
						description: 'add the tags',
					}),
				{ credentials: credentials() },
			);
			expect(value).toEqual(typeof body === 'object' && 'data' in body ? { data: null } : {});
		},
	);
});
