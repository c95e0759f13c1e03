import path from 'node:path';

import type { Browser } from 'playwright-core';

import { PICTURES } from '../host/paths';
import { boardStories } from './board';
import { buildStories } from './build';
import { credentialStories } from './credential';
import { darkStories } from './dark';
import { Editor } from './Editor';
import { flowStories } from './flows';
import { NodeCreator } from './NodeCreator';
import { Pictures } from './pictures';
import { WINDOW } from './windows';

/** Time for one thing to appear; the machine may be busy. */
const PATIENCE = 60_000;

/** Tells all stories and says which failed and why, with a picture of what was to be seen. Gives the number of those that failed. */
export async function tellStories(
	browser: Browser,
	{
		n8nUrl,
		sandboxUrl,
		picturesForDocs,
	}: { n8nUrl: string; sandboxUrl: string; picturesForDocs: boolean },
): Promise<number> {
	const context = await browser.newContext({
		baseURL: n8nUrl,
		viewport: WINDOW,
		colorScheme: 'light',
	});
	context.setDefaultTimeout(PATIENCE);
	const editor = new Editor(await context.newPage());
	const sandboxPage = await context.newPage();
	await editor.page.bringToFront();
	await editor.logIn();
	const stories = [
		...flowStories,
		...darkStories,
		...credentialStories,
		...buildStories,
		...boardStories,
	];
	let failed = 0;
	for (const story of stories) {
		try {
			await story.tell({
				editor,
				nodeCreator: new NodeCreator(editor),
				sandboxPage,
				sandboxUrl,
				pictures: new Pictures(picturesForDocs),
			});
			console.log(`✓ ${story.name}`);
		} catch (error) {
			failed += 1;
			console.log(`✗ ${story.name}\n  ${error instanceof Error ? error.message : String(error)}`);
			for (const [name, page] of Object.entries({ editor: editor.page, sandbox: sandboxPage }))
				await page
					.screenshot({
						path: path.join(PICTURES, `failed-${failed.toString()}-${name}.png`),
					})
					.catch(() => undefined);
		}
	}
	console.log(`${(stories.length - failed).toString()} passed, ${failed.toString()} failed`);
	await context.close();
	return failed;
}
