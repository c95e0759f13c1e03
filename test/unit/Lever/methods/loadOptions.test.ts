import { runLoader } from '../../runNode';
import { credentials, expectEveryRequest, lever } from '../opportunity/lever';

expectEveryRequest();

describe('loadOptions', () => {
	it.each([
		[
			'getArchiveReasons',
			'/v1/archive_reasons',
			{ id: 'r1', text: 'Hired', type: 'hired' },
			{ name: 'Hired (hired)', value: 'r1' },
		],
		[
			'getPostings',
			'/v1/postings',
			{ id: 'p1', text: 'Data Engineer', state: 'closed' },
			{ name: 'Data Engineer (closed)', value: 'p1' },
		],
		[
			'getSources',
			'/v1/sources',
			{ text: 'LinkedIn', count: 2 },
			{ name: 'LinkedIn', value: 'LinkedIn' },
		],
		['getStages', '/v1/stages', { id: 'offer', text: 'Offer' }, { name: 'Offer', value: 'offer' }],
		[
			'getTags',
			'/v1/tags',
			{ text: 'Full-Time', count: 1 },
			{ name: 'Full-Time', value: 'Full-Time' },
		],
		[
			'getUsers',
			'/v1/users',
			{ id: 'u1', name: 'Bo', email: 'bo@example.org' },
			{ name: 'Bo (bo@example.org)', value: 'u1' },
		],
	])('%s reads all of %s', async (method, path, record, option) => {
		lever()
			.get(`${path}?limit=100`)
			.reply(200, { data: [record], hasNext: true, next: 'two' });
		lever()
			.get(`${path}?limit=100&offset=two`)
			.reply(200, { data: [{ ...record, createdAt: 1 }], hasNext: false });
		expect(await runLoader({ node: 'lever', method, credentials: credentials() })).toEqual([
			option,
			option,
		]);
	});
});
