import type { ICredentialDataDecryptedObject, ICredentialTestFunctions } from 'n8n-workflow';

import { testSignatureTokens } from '../../../nodes/LeverTrigger/signatureTokens';

describe('the test of a Lever Webhook API credential', () => {
	const test = async (data: ICredentialDataDecryptedObject) =>
		await testSignatureTokens.call({} as ICredentialTestFunctions, {
			id: '1',
			name: 'Lever webhooks',
			type: 'leverWebhookApi',
			data,
		});

	it('accepts whole signature tokens and counts them', async () => {
		expect(await test({ signatureTokens: `${'a'.repeat(48)}, ${'b'.repeat(48)}` })).toMatchObject({
			status: 'OK',
			message: expect.stringContaining('2 signature token(s)') as string,
		});
	});
	it.each([
		[{}, 'Enter at least one signature token.'],
		[{ signatureTokens: ' , ' }, 'Enter at least one signature token.'],
		[{ signatureTokens: `${'a'.repeat(48)} abc` }, 'Copy the whole token from Lever.'],
	])('refuses %j', async (data, message) => {
		expect(await test(data)).toMatchObject({
			status: 'Error',
			message: expect.stringContaining(message) as string,
		});
	});
});
