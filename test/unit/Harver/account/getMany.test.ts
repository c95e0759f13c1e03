import { ACCOUNT, expectsExactlyThis, harver, run } from '../wire';

expectsExactlyThis();

const accounts = {
	data: [
		{ type: 'accounts', id: ACCOUNT, attributes: { name: 'Example Company', domain: 'example' } },
		{ type: 'accounts', id: 'b', attributes: { name: 'Other', domain: null } },
	],
};

describe('Account > Get Many', () => {
	it('lists the accounts of the API client', async () => {
		harver().get('/accounts').reply(200, accounts);
		const { json, outputs } = await run({
			resource: 'account',
			operation: 'getMany',
			returnAll: true,
		});
		expect(json).toEqual([
			{ id: ACCOUNT, name: 'Example Company', domain: 'example' },
			{ id: 'b', name: 'Other', domain: null },
		]);
		expect(outputs[0]?.map(({ pairedItem }) => pairedItem)).toEqual([{ item: 0 }, { item: 0 }]);
	});

	it('returns no more than the limit', async () => {
		harver().get('/accounts').reply(200, accounts);
		const { json } = await run({
			resource: 'account',
			operation: 'getMany',
			returnAll: false,
			limit: 1,
		});
		expect(json.map(({ id }) => id)).toEqual([ACCOUNT]);
	});
});
