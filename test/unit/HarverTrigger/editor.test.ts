import { LoadOptionsContext } from 'n8n-core';
import type { ICredentialDataDecryptedObject, ICredentialTestFunctions } from 'n8n-workflow';
import nock from 'nock';

import { searchAccounts } from '../../../nodes/HarverTrigger/searchAccounts';
import { testLogin } from '../../../nodes/HarverTrigger/testLogin';
import { startEngine } from '../../harness/engine';
import { runPicker } from '../runNode';
import { harverTrigger } from './harver';

describe('the list of accounts', () => {
	it('shows the accounts of the Harver API credential whose name holds the filter', async () => {
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

	it('says what to do when the node has no Harver API credential', async () => {
		const { workflow, additionalData } = await startEngine(harverTrigger(), {}, 'manual');
		const node = workflow.getNode('Harver Trigger');
		if (!node) throw new Error('The workflow has lost its node.');
		await expect(
			searchAccounts.call(new LoadOptionsContext(workflow, node, additionalData, '')),
		).rejects.toThrow('Choose a Harver API credential to see the accounts');
	});
});

describe('the test of a Harver Webhook API credential', () => {
	const test = async (data: ICredentialDataDecryptedObject) =>
		await testLogin.call({} as ICredentialTestFunctions, {
			id: '1',
			name: 'Harver webhooks',
			type: 'harverWebhookApi',
			data,
		});

	it('is content with a user and a password', async () => {
		expect((await test({ user: 'harver', password: 'secret' })).status).toBe('OK');
	});
	it.each([
		[{}],
		[{ user: '', password: 'secret' }],
		[{ user: 'harver', password: '' }],
		[{ user: 'har:ver', password: 'secret' }],
	])('refuses %j', async (data) => {
		expect((await test(data)).status).toBe('Error');
	});
});
