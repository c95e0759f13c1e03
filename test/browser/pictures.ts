import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';

import type { Locator, Page } from 'playwright-core';

import { PICTURES, ROOT } from '../host/paths';

const MAX_SIZE = 200_000;
/** Margin around the nodes, in pixels. */
const MARGIN = 24;
/** n8n's controls that have nothing to do with this package. */
const OVERLAYS = [
	'canvas-controls',
	'execute-workflow-button',
	'node-creator-plus-button',
	'command-bar-button',
	'add-sticky-button',
	'toggle-focus-panel-button',
	'instance-ai-canvas-action-button',
];
const HIDDEN = [
	'.el-notification',
	'[role="radiogroup"]:has([data-test-id="radio-button-workflow"])',
	...OVERLAYS.map((id) => `[data-test-id="${id}"]`),
];
const STYLE = `${HIDDEN.join(', ')} { visibility: hidden !important; }`;

/** Takes the pictures of the documentation, into docs/images or a temporary folder. */
export class Pictures {
	private readonly folder: string;

	constructor(forDocs: boolean) {
		this.folder = forDocs ? path.join(ROOT, 'docs/images') : PICTURES;
	}

	/** Takes a picture of a page or an element. Throws if it is too large for the repository. */
	async take(name: string, what: Page | Locator): Promise<void> {
		await this.write(
			name,
			await what.screenshot({ animations: 'disabled', scale: 'css', style: STYLE }),
		);
	}

	/** Takes a picture of the area around the elements. Throws like `take`. */
	async takeAround(name: string, page: Page, elements: Locator): Promise<void> {
		const boxes = (
			await Promise.all((await elements.all()).map(async (element) => await element.boundingBox()))
		).filter((box) => box !== null);
		const x = Math.max(0, Math.min(...boxes.map((box) => box.x)) - MARGIN);
		const y = Math.max(0, Math.min(...boxes.map((box) => box.y)) - MARGIN);
		const width = Math.max(...boxes.map((box) => box.x + box.width)) + MARGIN - x;
		const height = Math.max(...boxes.map((box) => box.y + box.height)) + MARGIN - y;
		await this.write(
			name,
			await page.screenshot({
				animations: 'disabled',
				scale: 'css',
				style: STYLE,
				clip: { x, y, width, height },
			}),
		);
	}

	private async write(name: string, bytes: Buffer): Promise<void> {
		if (bytes.length > MAX_SIZE)
			throw new Error(
				`The picture ${name} has ${bytes.length.toString()} bytes, which is too large. Take a picture of a part.`,
			);
		await mkdir(this.folder, { recursive: true });
		await writeFile(path.join(this.folder, `${name}.png`), bytes);
	}
}
