import assert from 'node:assert/strict';

import { TRIGGER_STAGE } from '../sandbox';
import type { Story } from './story';

export const buildStories: Story[] = [
	{
		name: 'the node panel finds the nodes by the words of the trade',
		tell: async ({ editor }) => {
			await editor.newWorkflow();
			await editor.openNodePanel();
			for (const word of ['ATS', 'recruiting', 'assessment']) {
				const found = await editor.searchNodes(word);
				for (const node of ['Lever', 'Harver']) assert.ok(found.some((name) => name.includes(node)), `"${word}" finds ${found.join(', ')}`);
			}
		},
	},
	{
		name: 'a Lever node is put on the canvas, and its stage is picked from the list',
		tell: async ({ editor }) => {
			await editor.newWorkflow();
			await editor.openNodePanel();
			await editor.searchNodes('Lever');
			await editor.addAction('Lever', 'Move an opportunity to a stage');
			await editor.pick('stageId', TRIGGER_STAGE);
			assert.equal(await editor.pickedIn('stageId'), TRIGGER_STAGE);
		},
	},
	{
		name: 'an opportunity that does not exist ends in an error that says so',
		tell: async ({ editor }) => {
			await editor.fillLocator('opportunityId', 'no-such-opportunity');
			await editor.runStep();
			await editor.byTestId('node-error-view').or(editor.page.getByText('no-such-opportunity', { exact: false })).first().waitFor();
			await editor.page.getByText('was not found', { exact: false }).first().waitFor();
		},
	},
];
