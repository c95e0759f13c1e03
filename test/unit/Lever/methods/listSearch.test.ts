import type { INodeListSearchResult } from 'n8n-workflow';

import { runPicker } from '../../runNode';
import { credentials, expectEveryRequest, lever } from '../opportunity/lever';

expectEveryRequest();

const pick = async (
	method: string,
	filter?: string,
	paginationToken?: string,
): Promise<INodeListSearchResult> =>
	await runPicker({ node: 'lever', method, filter, paginationToken, credentials: credentials() });

describe('searchOpportunities', () => {
	const show = 'https://hire.lever.co/candidates/o1';
	const ada = {
		id: 'o1',
		name: 'Ada Example',
		emails: ['ada@example.org'],
		stage: { id: 's', text: 'New Applicant' },
		archived: null,
		urls: { show },
	};
	const bo = {
		id: 'o2',
		name: 'Bo Other',
		emails: ['bo@example.org'],
		stage: 'lead-new',
		archived: { reason: 'r1' },
	};
	const page = '/v1/opportunities?expand=stage&limit=100';

	it('lets Lever find a full email address', async () => {
		lever()
			.get('/v1/opportunities?expand=stage&email=ada%2Bx%40example.org&limit=100')
			.reply(200, { data: [ada] });
		expect(await pick('searchOpportunities', ' ada+x@example.org ')).toEqual({
			results: [{ name: 'Ada Example (New Applicant)', value: 'o1', url: show }],
		});
	});

	it('lists the most recent, and continues with the next page', async () => {
		lever()
			.get(page)
			.reply(200, { data: [ada], hasNext: true, next: '%5B3%5D' });
		lever()
			.get(`${page}&offset=%255B3%255D`)
			.reply(200, { data: [bo], hasNext: false });
		const first = await pick('searchOpportunities');
		expect(first).toEqual({
			results: [expect.objectContaining({ value: 'o1' })],
			paginationToken: '%5B3%5D',
		});
		expect(await pick('searchOpportunities', undefined, first.paginationToken as string)).toEqual({
			results: [{ name: 'Bo Other (bo@example.org, archived)', value: 'o2' }],
		});
	});

	it('searches a name among the most recent 200 only', async () => {
		lever()
			.get(page)
			.reply(200, { data: [ada], hasNext: true, next: 'two' });
		lever()
			.get(`${page}&offset=two`)
			.reply(200, { data: [ada], hasNext: true, next: 'three' });
		expect(await pick('searchOpportunities', 'bo o')).toEqual({
			results: [],
			paginationToken: 'three',
		});
	});

	it('stops at the page with a match', async () => {
		lever()
			.get(page)
			.reply(200, { data: [ada], hasNext: true, next: 'two' });
		expect((await pick('searchOpportunities', 'ADA')).results).toHaveLength(1);
	});
});

describe('searchUsers', () => {
	const users = [
		{ id: 'u1', name: 'Bo Recruiter', email: 'bo@example.org' },
		{ id: 'u2', name: 'Cy Manager', email: 'cy@example.org' },
	];

	it('shows name and email address, and searches both', async () => {
		lever().get('/v1/users?limit=100').times(2).reply(200, { data: users, hasNext: false });
		expect(await pick('searchUsers', 'cy@exam')).toEqual({
			results: [{ name: 'Cy Manager (cy@example.org)', value: 'u2' }],
		});
		expect((await pick('searchUsers')).results.map(({ value }) => value)).toEqual(['u1', 'u2']);
	});

	it('lets Lever find a full email address, and searches the list when there is no match', async () => {
		lever()
			.get('/v1/users?email=bo%40example.org&limit=100')
			.reply(200, { data: [users[0]] });
		expect((await pick('searchUsers', 'bo@example.org')).results).toEqual([
			{ name: 'Bo Recruiter (bo@example.org)', value: 'u1' },
		]);
		lever().get('/v1/users?email=cy%40example.or&limit=100').reply(200, { data: [] });
		lever().get('/v1/users?limit=100').reply(200, { data: users });
		expect((await pick('searchUsers', 'cy@example.or')).results).toEqual([
			expect.objectContaining({ value: 'u2' }),
		]);
	});

	it('reads more pages until a user matches', async () => {
		lever().get('/v1/users?limit=100').reply(200, { data: users, hasNext: true, next: 'two' });
		lever()
			.get('/v1/users?limit=100&offset=two')
			.reply(200, {
				data: [{ id: 'u3', name: 'Di Late', email: '' }],
				hasNext: true,
				next: 'three',
			});
		expect(await pick('searchUsers', 'late')).toEqual({
			results: [{ name: 'Di Late', value: 'u3' }],
			paginationToken: 'three',
		});
	});

	it('reports what went wrong', async () => {
		lever().get('/v1/users?limit=100').reply(403, { code: 'Forbidden', message: 'no' });
		await expect(pick('searchUsers')).rejects.toThrow('Lever refused to list the users: no');
	});
});

describe('searchPostings', () => {
	const postings = [
		{ id: 'p1', text: 'Data Engineer', state: 'published', categories: { location: 'Berlin' } },
		{ id: 'p2', text: 'Account Executive', state: 'internal', categories: null },
	];

	it('shows location and state, and searches both', async () => {
		lever()
			.get('/v1/postings?limit=100')
			.times(2)
			.reply(200, { data: postings, hasNext: true, next: 'two' });
		lever().get('/v1/postings?limit=100&offset=two').reply(200, { data: [], hasNext: false });
		expect(await pick('searchPostings')).toEqual({
			results: [
				{ name: 'Data Engineer (Berlin, published)', value: 'p1' },
				{ name: 'Account Executive (unlisted)', value: 'p2' },
			],
			paginationToken: 'two',
		});
		expect((await pick('searchPostings', 'UNLISTED')).results).toEqual([
			expect.objectContaining({ value: 'p2' }),
		]);
		expect(await pick('searchPostings', undefined, 'two')).toEqual({ results: [] });
	});
});

describe('searchArchiveReasons', () => {
	const hired = { id: 'r1', text: 'Hired', type: 'hired', status: 'active' };
	const timing = { id: 'r2', text: 'Timing', type: 'non-hired', status: 'inactive' };

	it('shows which reason means hired and which is inactive', async () => {
		lever()
			.get('/v1/archive_reasons?limit=100')
			.times(2)
			.reply(200, { data: [hired, timing], hasNext: false });
		expect(await pick('searchArchiveReasons')).toEqual({
			results: [
				{ name: 'Hired (hired)', value: 'r1' },
				{ name: 'Timing (not hired, inactive)', value: 'r2' },
			],
		});
		expect((await pick('searchArchiveReasons', 'tim')).results).toEqual([
			expect.objectContaining({ value: 'r2' }),
		]);
	});

	it('reads a single reason that is not in a list', async () => {
		lever().get('/v1/archive_reasons?limit=100').reply(200, { data: hired });
		expect(await pick('searchArchiveReasons')).toEqual({
			results: [{ name: 'Hired (hired)', value: 'r1' }],
		});
	});
});

describe('searchStages', () => {
	it('searches by name and by ID', async () => {
		lever()
			.get('/v1/stages?limit=100')
			.times(2)
			.reply(200, {
				data: [
					{ id: 'lead-new', text: 'New lead' },
					{ id: 'offer', text: 'Offer' },
				],
			});
		expect(await pick('searchStages', 'NEW')).toEqual({
			results: [{ name: 'New lead', value: 'lead-new' }],
		});
		expect(await pick('searchStages', 'offer')).toEqual({
			results: [{ name: 'Offer', value: 'offer' }],
		});
	});
});
