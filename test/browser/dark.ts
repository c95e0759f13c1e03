import assert from 'node:assert/strict';

import { FLOW_1 } from '../e2e/scenario';
import type { Story } from './story';

/** A node of each service. */
const ICONS = {
	'Candidate Reaches the Stage': 'lever',
	'Tag as Invited': 'lever',
	'Invite to Harver': 'harver',
};

export const darkStories: Story[] = [
	{
		name: 'the nodes have their own icons in the dark theme',
		tell: async ({ editor, pictures }) => {
			await editor.openWorkflow(FLOW_1);
			for (const [node, icon] of Object.entries(ICONS))
				assert.match(await editor.iconOf(node), new RegExp(`/${icon}\\.svg$`, 'u'));
			await editor.useTheme('dark');
			try {
				await editor.openWorkflow(FLOW_1);
				for (const [node, icon] of Object.entries(ICONS))
					assert.match(await editor.iconOf(node), new RegExp(`/${icon}\\.dark\\.svg$`, 'u'));
				await pictures.takeAround('flow-1-dark', editor.page, editor.drawings());
			} finally {
				await editor.useTheme('light');
			}
		},
	},
];
