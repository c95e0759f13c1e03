import assert from 'node:assert/strict';

import { shippedWorkflows } from '../host/imports';
import { FLOW_1 } from '../e2e/scenario';
import { TRIGGER_STAGE } from '../sandbox';
import { WIDE, WINDOW } from './windows';
import type { Story } from './story';

const STICKY = 'n8n-nodes-base.stickyNote';

export const flowStories: Story[] = [
	{
		name: 'the list of workflows shows the imported flows',
		tell: async ({ editor }) => {
			const listed = await editor.workflowNames();
			for (const { name } of await shippedWorkflows())
				assert.ok(
					listed.some((text) => text.includes(name)),
					`"${name}" is not among ${listed.join(', ')}`,
				);
		},
	},
	{
		name: 'the canvas of every flow is drawn, without a node that something is wrong with',
		tell: async ({ editor, pictures }) => {
			await editor.page.setViewportSize(WIDE);
			for (const [index, { id, name, nodes }] of (await shippedWorkflows()).entries()) {
				await editor.openWorkflow(id);
				assert.equal(
					await editor.nodes().count(),
					nodes.filter(({ type }) => type !== STICKY).length,
					`nodes of "${name}"`,
				);
				assert.deepEqual(
					await editor.problemsOf(editor.page.locator('body')).count(),
					0,
					`problems in "${name}"`,
				);
				await pictures.takeAround(`flow-${index.toString()}`, editor.page, editor.drawings());
			}
			await editor.page.setViewportSize(WINDOW);
		},
	},
	{
		name: 'the canvas says in words what a node does',
		tell: async ({ editor }) => {
			await editor.openWorkflow(FLOW_1);
			assert.equal(
				await editor.subtitleOf('Candidate Reaches the Stage').innerText(),
				'Candidate Stage Changed',
			);
			assert.equal(
				await editor.subtitleOf('Tag as Invited').innerText(),
				'Add tags to an opportunity',
			);
			assert.equal(await editor.subtitleOf('Invite to Harver').innerText(), 'Invite a candidate');
		},
	},
	{
		name: 'every node of the first flow opens, and no field complains',
		tell: async ({ editor, pictures }) => {
			const { nodes } =
				(await shippedWorkflows()).find(({ id }) => id === FLOW_1) ??
				assert.fail('The first flow is missing.');
			await editor.openWorkflow(FLOW_1);
			for (const { name, type } of nodes.filter((node) => node.type !== STICKY)) {
				const panel = await editor.openNode(name);
				// The names of the stages come from Lever, after the panel.
				if (type.endsWith('.leverTrigger'))
					await editor.field('toStages').getByText(TRIGGER_STAGE, { exact: true }).waitFor();
				assert.equal(await editor.problemsOf(panel).count(), 0, `problems in "${name}"`);
				if (type.endsWith('.leverTrigger')) await pictures.take('lever-trigger', panel);
				if (type.endsWith('.harver')) await pictures.take('harver-invite', panel);
				await editor.closeNode();
			}
		},
	},
];
