import assert from 'node:assert/strict';

import { DEMO_API_KEY } from '../sandbox';
import type { Story } from './story';

export const credentialStories: Story[] = [
	{
		name: 'a Lever credential is made: a wrong key is refused with what to do, the right one connects',
		tell: async ({ editor, pictures, sandboxUrl }) => {
			const dialog = await editor.newCredential('Lever API');
			await editor.fill('apiKey', DEMO_API_KEY);
			await editor.nameCredential('Lever account');
			await pictures.take('lever-credential', dialog);
			await editor.choose('environment', 'Custom Base URL');
			await editor.fill('baseUrl', `${sandboxUrl}/v1`);
			await editor.fill('apiKey', 'wrong');
			await editor.saveCredential();
			await dialog.getByText('More details', { exact: true }).click();
			await dialog
				.getByText('Lever does not know this API key.', { exact: false })
				.first()
				.waitFor();
			assert.equal(await editor.testCredential(), 'Error');
			await editor.fill('apiKey', DEMO_API_KEY);
			await editor.saveCredential();
			await editor.byTestId('credentials-config-container-test-success').waitFor();
		},
	},
	{
		name: 'its test can be pressed again',
		tell: async ({ editor }) => {
			assert.equal(await editor.testCredential(), 'OK');
			await editor.byTestId('credentials-config-container-test-success').waitFor();
		},
	},
];
