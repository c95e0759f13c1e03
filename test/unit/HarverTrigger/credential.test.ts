import type { ICredentialDataDecryptedObject, ICredentialTestFunctions } from 'n8n-workflow';

import { testWebhookCredential } from '../../../nodes/HarverTrigger/credential';

describe('the test of a Harver Webhook API credential', () => {
	const test = async (data: ICredentialDataDecryptedObject) =>
		await testWebhookCredential.call({} as ICredentialTestFunctions, {
			id: '1',
			name: 'Harver webhooks',
			type: 'harverWebhookApi',
			data,
		});

	it('accepts a user and a password', async () => {
		expect((await test({ user: 'harver', password: 'secret' })).status).toBe('OK');
	});
	it.each([
		[{}, 'Enter a user and a password.'],
		[{ user: '', password: 'secret' }, 'Enter a user and a password.'],
		[{ user: 'harver', password: '' }, 'Enter a user and a password.'],
		[{ user: 'har:ver', password: 'secret' }, 'Remove the colon from the user'],
	])('refuses %j', async (data, message) => {
		expect(await test(data)).toMatchObject({
			status: 'Error',
			message: expect.stringContaining(message) as string,
		});
	});
});
