import assert from 'node:assert/strict';

import { TRIGGER_STAGE } from '../sandbox';
import type { Story } from './story';

const MOVE = 'Move an opportunity to a stage';

export const buildStories: Story[] = [
	{
		name: 'the node panel finds the nodes by the words of the trade',
		tell: async ({ editor, nodeCreator }) => {
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
		name: 'a Lever node that is dragged onto the canvas shows that its fields are still empty',
		tell: async ({ editor, nodeCreator }) => {
			await editor.newWorkflow();
			await nodeCreator.open();
			await nodeCreator.search('Lever');
			await nodeCreator.openActions('Lever');
			await nodeCreator.dragAction(MOVE);
			const panel = await editor.openNode(MOVE);
			await editor.closeNode();
			await editor.problemsOf(editor.node(MOVE)).first().waitFor();
			await editor.openNode(MOVE);
			await editor.problemsOf(panel).first().waitFor();
		},
	},
	{
		name: 'its stage is picked from the list, which is searched',
		tell: async ({ editor }) => {
			assert.deepEqual(await editor.pick('stageId', TRIGGER_STAGE), [TRIGGER_STAGE]);
			assert.equal(await editor.pickedIn('stageId'), TRIGGER_STAGE);
		},
	},
	{
		name: 'an opportunity that does not exist ends in an error that says so',
		tell: async ({ editor }) => {
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
