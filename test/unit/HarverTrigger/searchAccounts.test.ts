import { LoadOptionsContext } from 'n8n-core';
import nock from 'nock';

import { searchAccounts } from '../../../nodes/HarverTrigger/searchAccounts';
import { startEngine } from '../../harness/engine';
import { runPicker } from '../runNode';
import { harverTrigger } from './harver';

describe('the list of accounts', () => {
	it('shows the accounts of the Harver API credential whose name contains the filter', async () => {
		nock('https://api.harver.com').post('/oauth/token').reply(200, { accessToken: 'token' });
		nock('https://api.harver.com', { reqheaders: { authorization: 'Bearer token' } })
			.get('/api/v1.0/accounts')
			.reply(200, {
				data: [
					{ type: 'accounts', id: 'a1', attributes: { name: 'Acme' } },
					{ type: 'accounts', id: 'a2', attributes: { name: 'Beta' } },
				],
			});
		const found = await runPicker({
			node: 'harverTrigger',
			method: 'searchAccounts',
			filter: 'bet',
			credentials: { harverApi: { clientId: 'client', clientSecret: 'secret' } },
		});
		expect(found.results).toEqual([{ name: 'Beta', value: 'a2' }]);
		expect(nock.isDone()).toBe(true);
	});

	it('says what to do when no Harver API credential is selected', async () => {
		const { workflow, additionalData } = await startEngine(harverTrigger(), {}, 'manual');
		const node = workflow.getNode('Harver Trigger');
		if (!node) throw new Error('The workflow has lost its node.');
		await expect(
			searchAccounts.call(new LoadOptionsContext(workflow, node, additionalData, '')),
		).rejects.toThrow('Select a Harver API credential to list the accounts');
	});
});
