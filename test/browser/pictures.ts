import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';

import type { Locator, Page } from 'playwright-core';

import { ROOT, RUNTIME } from '../host/paths';

const LARGEST = 200_000;

/** Takes the pictures of the documentation: into docs/images when asked to, else to look at. */
export class Pictures {
	private readonly folder: string;

	constructor(forDocs: boolean) {
		this.folder = forDocs ? path.join(ROOT, 'docs/images') : path.join(RUNTIME, 'pictures');
	}

	/** Takes a picture of a page or a part of it. Throws when it is too large for the repository. */
	async take(name: string, what: Page | Locator): Promise<void> {
		const bytes = await what.screenshot({ animations: 'disabled', scale: 'css' });
		if (bytes.length > LARGEST) throw new Error(`The picture ${name} has ${bytes.length.toString()} bytes: take a part of it.`);
		await mkdir(this.folder, { recursive: true });
		await writeFile(path.join(this.folder, `${name}.png`), bytes);
	}
}
