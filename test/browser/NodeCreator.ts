import type { Locator } from 'playwright-core';

import type { Editor } from './Editor';

/** n8n searches shortly after the last key (milliseconds). */
const SEARCH_DELAY = 700;

/** n8n's panel for adding nodes. */
export class NodeCreator {
	constructor(private readonly editor: Editor) {}

	async open(): Promise<void> {
		await this.editor
			.byTestId('canvas-add-button')
			.or(this.editor.byTestId('node-creator-plus-button'))
			.first()
			.click();
		await this.editor.byTestId('node-creator').waitFor();
	}

	/** Searches and returns the names of the nodes found. */
	async search(text: string): Promise<string[]> {
		await this.editor.byTestId('node-creator-search-bar').fill(text);
		await this.names().first().waitFor();
		await this.editor.page.waitForTimeout(SEARCH_DELAY);
		return await this.names().allInnerTexts();
	}

	/** Opens the actions of a node. */
	async openActions(node: string): Promise<void> {
		await this.names()
			.filter({ hasText: new RegExp(`^${node}$`, 'u') })
			.first()
			.click();
		await this.editor.byTestId('node-creator-category-item').filter({ hasText: 'Actions' }).click();
	}

	/** Drags an action onto the canvas. */
	async dragAction(action: string): Promise<void> {
		await this.names()
			.filter({ hasText: action })
			.first()
			.dragTo(this.editor.canvas(), { targetPosition: { x: 400, y: 300 } });
		await this.editor.node(action).waitFor();
	}

	private names(): Locator {
		return this.editor.byTestId('node-creator-item-name');
	}
}
