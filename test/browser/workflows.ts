import assert from 'node:assert/strict';

import { readShippedWorkflows } from '../host/imports';
import { FLOW_1 } from '../e2e/scenario';
import { TRIGGER_STAGE } from '../sandbox';
import { WIDE, WINDOW } from './Editor';
import type { Scenario } from './scenarios';

const STICKY = 'n8n-nodes-base.stickyNote';

export const workflowScenarios: Scenario[] = [
	{
		name: 'the list of workflows shows the imported workflows',
		run: async ({ editor }) => {
			const listed = await editor.getWorkflowNames();
			for (const { name } of await readShippedWorkflows())
				assert.ok(
					listed.some((text) => text.includes(name)),
					`"${name}" is not among ${listed.join(', ')}`,
				);
		},
	},
	{
		name: 'every workflow opens without warnings on its nodes',
		run: async ({ editor, pictures }) => {
			await editor.page.setViewportSize(WIDE);
			for (const [index, { id, name, nodes }] of (await readShippedWorkflows()).entries()) {
				await editor.openWorkflow(id);
				assert.equal(
					await editor.nodes().count(),
					nodes.filter(({ type }) => type !== STICKY).length,
					`nodes of "${name}"`,
				);
				assert.deepEqual(
					await editor.getProblems(editor.page.locator('body')).count(),
					0,
					`problems in "${name}"`,
				);
				await pictures.takeAround(`flow-${index.toString()}`, editor.page, editor.drawings());
			}
			await editor.page.setViewportSize(WINDOW);
		},
	},
	{
		name: 'the canvas shows what a node does',
		run: async ({ editor }) => {
			await editor.openWorkflow(FLOW_1);
			assert.equal(
				await editor.getSubtitle('Candidate Reaches the Stage').innerText(),
				'Candidate Stage Changed',
			);
			assert.equal(
				await editor.getSubtitle('Tag as Invited').innerText(),
				'Add tags to an opportunity',
			);
			assert.equal(await editor.getSubtitle('Invite to Harver').innerText(), 'Invite a candidate');
		},
	},
	{
		name: 'every node of the first workflow opens without warnings on its fields',
		run: async ({ editor, pictures }) => {
			const { nodes } =
				(await readShippedWorkflows()).find(({ id }) => id === FLOW_1) ??
				assert.fail('The first workflow is missing.');
			await editor.openWorkflow(FLOW_1);
			for (const { name, type } of nodes.filter((node) => node.type !== STICKY)) {
				const panel = await editor.openNode(name);
				// The names of the stages load after the panel.
				if (type.endsWith('.leverTrigger'))
					await editor.field('toStages').getByText(TRIGGER_STAGE, { exact: true }).waitFor();
				assert.equal(await editor.getProblems(panel).count(), 0, `problems in "${name}"`);
				if (type.endsWith('.leverTrigger')) await pictures.take('lever-trigger', panel);
				if (type.endsWith('.harver')) await pictures.take('harver-invite', panel);
				await editor.closeNode();
			}
		},
	},
];

/** Nodes with their icons. */
const ICONS = {
	'Candidate Reaches the Stage': 'lever',
	'Tag as Invited': 'lever',
	'Invite to Harver': 'harver',
};

export const darkThemeScenarios: Scenario[] = [
	{
		name: 'the nodes have their own icons in the dark theme',
		run: async ({ editor, pictures }) => {
			await editor.openWorkflow(FLOW_1);
			for (const [node, icon] of Object.entries(ICONS))
				assert.match(await editor.getIcon(node), new RegExp(`/${icon}\\.svg$`, 'u'));
			await editor.useTheme('dark');
			try {
				await editor.openWorkflow(FLOW_1);
				for (const [node, icon] of Object.entries(ICONS))
					assert.match(await editor.getIcon(node), new RegExp(`/${icon}\\.dark\\.svg$`, 'u'));
				await pictures.takeAround('flow-1-dark', editor.page, editor.drawings());
			} finally {
				await editor.useTheme('light');
			}
		},
	},
];
