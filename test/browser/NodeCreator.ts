import type { Locator } from 'playwright-core';

import type { Editor } from './Editor';

/** It searches a moment after the last key. */
const SEARCHED_WITHIN = 700;

/** n8n's panel of nodes to add. */
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

	/** What it finds, by name. */
	async search(text: string): Promise<string[]> {
		await this.editor.byTestId('node-creator-search-bar').fill(text);
		await this.names().first().waitFor();
		await this.editor.page.waitForTimeout(SEARCHED_WITHIN);
		return await this.names().allInnerTexts();
	}

	/** Shows the actions of a node that was found. */
	async openActions(node: string): Promise<void> {
		await this.names()
			.filter({ hasText: new RegExp(`^${node}$`, 'u') })
			.first()
			.click();
		await this.editor.byTestId('node-creator-category-item').filter({ hasText: 'Actions' }).click();
	}

	/** Drags one of the actions onto the canvas. */
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
