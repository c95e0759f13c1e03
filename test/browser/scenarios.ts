import path from 'node:path';

import type { Browser, Page } from 'playwright-core';

import { PICTURES } from '../host/paths';
import { boardScenarios } from './board';
import { editingScenarios, credentialScenarios } from './editing';
import { Editor, WINDOW } from './Editor';
import { workflowScenarios, darkThemeScenarios } from './workflows';
import { NodeCreator } from './NodeCreator';
import { Pictures } from './pictures';

/** Time for an element to appear, in milliseconds. */
const TIMEOUT = 60_000;

/** Runs all scenarios, prints failures with a screenshot, and returns their number. */
export async function runScenarios(
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
	context.setDefaultTimeout(TIMEOUT);
	const editor = new Editor(await context.newPage());
	const sandboxPage = await context.newPage();
	await editor.page.bringToFront();
	await editor.logIn();
	const scenarios = [
		...workflowScenarios,
		...darkThemeScenarios,
		...credentialScenarios,
		...editingScenarios,
		...boardScenarios,
	];
	let failed = 0;
	for (const scenario of scenarios) {
		try {
			await scenario.run({
				editor,
				nodeCreator: new NodeCreator(editor),
				sandboxPage,
				sandboxUrl,
				pictures: new Pictures(picturesForDocs),
			});
			console.log(`✓ ${scenario.name}`);
		} catch (error) {
			failed += 1;
			console.log(
				`✗ ${scenario.name}\n  ${error instanceof Error ? error.message : String(error)}`,
			);
			for (const [name, page] of Object.entries({ editor: editor.page, sandbox: sandboxPage }))
				await page
					.screenshot({
						path: path.join(PICTURES, `failed-${failed.toString()}-${name}.png`),
					})
					.catch(() => undefined);
		}
	}
	console.log(`${(scenarios.length - failed).toString()} passed, ${failed.toString()} failed`);
	await context.close();
	return failed;
}

/** What a scenario works with. */
export interface ScenarioContext {
	editor: Editor;
	nodeCreator: NodeCreator;
	/** A second tab with the sandbox page. */
	sandboxPage: Page;
	sandboxUrl: string;
	pictures: Pictures;
}

/** Something that a person does in the browser. `run` throws if it doesn't work. */
export interface Scenario {
	name: string;
	run(stage: ScenarioContext): Promise<void>;
}
