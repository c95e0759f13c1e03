import assert from 'node:assert/strict';

import { TRIGGER_STAGE, DEMO_API_KEY } from '../sandbox';
import type { Scenario } from './scenarios';

const MOVE = 'Move an opportunity to a stage';

export const editingScenarios: Scenario[] = [
	{
		name: 'the node panel finds the nodes by their keywords',
		run: async ({ editor, nodeCreator }) => {
			await editor.newWorkflow();
			await nodeCreator.open();
			for (const word of ['ATS', 'recruiting', 'assessment']) {
				const found = await nodeCreator.search(word);
				for (const node of ['Lever', 'Harver'])
					assert.ok(found.includes(node), `"${word}" finds ${found.join(', ')}`);
			}
		},
	},
	{
		name: 'a Lever node on the canvas shows that its required fields are empty',
		run: async ({ editor, nodeCreator }) => {
			await editor.newWorkflow();
			await nodeCreator.open();
			await nodeCreator.search('Lever');
			await nodeCreator.openActions('Lever');
			await nodeCreator.dragAction(MOVE);
			const panel = await editor.openNode(MOVE);
			await editor.closeNode();
			await editor.getProblems(editor.node(MOVE)).first().waitFor();
			await editor.openNode(MOVE);
			await editor.getProblems(panel).first().waitFor();
		},
	},
	{
		name: 'its stage is picked from a searchable list',
		run: async ({ editor }) => {
			assert.deepEqual(await editor.pick('stageId', TRIGGER_STAGE), [TRIGGER_STAGE]);
			assert.equal(await editor.getPicked('stageId'), TRIGGER_STAGE);
		},
	},
	{
		name: 'an unknown opportunity returns an error that says so',
		run: async ({ editor }) => {
			await editor.fillLocator('opportunityId', 'no-such-opportunity');
			await editor.runStep();
			await editor
				.byTestId('node-error-message')
				.getByText('was not found', { exact: false })
				.waitFor();
			await editor
				.byTestId('node-error-description')
				.getByText('Check the ID', { exact: false })
				.waitFor();
		},
	},
];

export const credentialScenarios: Scenario[] = [
	{
		name: 'a Lever credential rejects a wrong key with advice, and connects with the right one',
		run: async ({ editor, pictures, sandboxUrl }) => {
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
		name: 'the test of a credential can be repeated',
		run: async ({ editor }) => {
			assert.equal(await editor.testCredential(), 'OK');
			await editor.byTestId('credentials-config-container-test-success').waitFor();
		},
	},
];
