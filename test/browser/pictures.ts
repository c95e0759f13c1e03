import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';

import type { Locator, Page } from 'playwright-core';

import { PICTURES, ROOT } from '../host/paths';

const LARGEST = 200_000;
/** Room around what is drawn on the canvas. */
const MARGIN = 24;
/** What n8n lays over the page that tells nothing about this package. */
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

/** Takes the pictures of the documentation: into docs/images when asked to, else to look at. */
export class Pictures {
	private readonly folder: string;

	constructor(forDocs: boolean) {
		this.folder = forDocs ? path.join(ROOT, 'docs/images') : PICTURES;
	}

	/** Takes a picture of a page or a part of it. Throws when it is too large for the repository. */
	async take(name: string, what: Page | Locator): Promise<void> {
		await this.write(
			name,
			await what.screenshot({ animations: 'disabled', scale: 'css', style: STYLE }),
		);
	}

	/** Takes a picture of the rectangle that holds all of these. Throws as `take`. */
	async takeAround(name: string, page: Page, drawings: Locator): Promise<void> {
		const boxes = (
			await Promise.all((await drawings.all()).map(async (drawing) => await drawing.boundingBox()))
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
		if (bytes.length > LARGEST)
			throw new Error(
				`The picture ${name} has ${bytes.length.toString()} bytes: take a part of it.`,
			);
		await mkdir(this.folder, { recursive: true });
		await writeFile(path.join(this.folder, `${name}.png`), bytes);
	}
}
