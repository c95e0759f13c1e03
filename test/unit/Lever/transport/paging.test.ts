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
	it('is read page by page; the token of the next page is sent back unchanged', async () => {
		page(undefined, 100, {
			data: records(0, 100),
			hasNext: true,
			next: '%5B3%2C149%2C%22o99%22%5D',
		});
		page('%5B3%2C149%2C%22o99%22%5D', 100, { data: records(100, 100), hasNext: true, next: 'p3' });
		page('p3', 100, { data: records(200, 1), hasNext: false });
		expect((await list()).value).toEqual({ records: records(0, 201) });
	});

	it('is read no further than the limit', async () => {
		page(undefined, 100, { data: records(0, 100), hasNext: true, next: 'p2' });
		page('p2', 100, { data: records(100, 100), hasNext: true, next: 'p3' });
		expect((await list(130)).value).toEqual({ records: records(0, 130) });
		page(undefined, 2, { data: records(0, 5), hasNext: true, next: 'p2' });
		expect((await list(2)).value).toEqual({ records: records(0, 2) });
	});

	it.each([
		['without hasNext', { data: records(0, 2) }],
		['without hasNext, but with a next', { data: records(0, 2), next: 'p2' }],
		['as a bare list', records(0, 2)],
	])('%s ends', async (_how, body) => {
		page(undefined, 100, body);
		expect((await list()).value).toEqual({ records: records(0, 2) });
	});

	it.each([
		['one record', { data: { id: 'o0' } }, records(0, 1)],
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

	it.each([
		['without a next', { hasNext: true }],
		['with an empty next', { hasNext: true, next: '' }],
		['with a next that is no text', { hasNext: true, next: 7 }],
	])('that goes on (hasNext) %s is an error, not a short list', async (_how, more) => {
		page(undefined, 100, { data: records(0, 2), ...more });
		const { error } = await list();
		expect(error?.message).toBe("Lever's list is incomplete: could not list the opportunities");
		expect(error?.description).toBe(
			'Lever returned no offset for the next page. Try again later, or set a limit instead of returning all.',
		);
	});

	it('that goes on without a next is complete when the limit is reached', async () => {
		page(undefined, 2, { data: records(0, 2), hasNext: true });
		expect((await list(2)).value).toEqual({ records: records(0, 2) });
	});

	it.each([
		['leads back to an earlier page', ['p2', 'p3', 'p2'], 3],
		['leads back to itself', ['p2', 'p2'], 2],
	])('that %s is an error, not an endless loop', async (_how, nexts, pages) => {
		nexts.forEach((next, index) => {
			page(nexts[index - 1], 100, { data: records(index, 1), hasNext: true, next });
		});
		const { error } = await list();
		expect(error?.message).toBe("Lever's list is incomplete: could not list the opportunities");
		expect(error?.description).toContain('Lever returned the same page twice.');
		expect(pages).toBe(nexts.length);
	});

	it.each([
		['the same page under ever new tokens', records(0, 2), 2],
		['nothing but empty pages', [], 21],
	])('that gives %s is an error, not an endless loop', async (_what, data, pages) => {
		let read = 0;
		lever()
			.persist()
			.get('/v1/opportunities')
			.query(true)
			.reply(200, () => ({ data, hasNext: true, next: `p${(++read).toString()}` }));
		const { error } = await inNode(async (context) => await leverList(context, LIST), {
			credentials: { leverApi: { apiKey: `repeats ${pages.toString()}`, requestsPerSecond: 100 } },
		});
		nock.cleanAll();
		expect(error?.message).toBe("Lever's list is incomplete: could not list the opportunities");
		expect(read).toBe(pages);
	});

	it.each([
		[{ hasNext: true }, 'Lever returned no offset for the next page.'],
		[{ hasNext: true, next: 'p2' }, 'Lever returned the same page twice.'],
	])('is an error in a picker too when it cannot go on: %j', async (more, reason) => {
		lever()
			.get('/v1/opportunities')
			.query({ tag: ['a', 'b'], offset: 'p2' })
			.reply(200, { data: records(0, 1), ...more });
		const { error } = await inNode(async (context) => await leverPage(context, LIST, 'p2'), {
			credentials: credentials(),
		});
		expect(error?.description).toContain(reason);
	});

	it('is returned page by page to a picker', async () => {
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
});
