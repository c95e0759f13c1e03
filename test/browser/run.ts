import { Command } from 'commander';

import { startDemo } from '../host/demo';
import { step } from '../host/progress';
import { runCommand } from '../host/runCommand';
import type { Teardown } from '../host/Teardown';
import { move, waitUntil } from '../e2e/scenario';
import { checkInvitation, getDemoCandidate, checkResults } from '../host/demoChecks';
import { DEMO_CANDIDATE, TRIGGER_STAGE } from '../sandbox';
import type { Demo } from '../host/demo';
import { startChromium } from './chromium';
import { runScenarios } from './scenarios';

const SCORE = 87;

/** Runs every scenario in a browser with a real n8n and the sandbox. Returns the exit code. */
async function main(teardown: Teardown): Promise<number> {
	const { pictures } = new Command()
		.option('--pictures', 'update the pictures of the documentation', false)
		.parse()
		.opts<{ pictures: boolean }>();
	const browser = await startChromium();
	teardown.add(async () => {
		await browser.close();
	});
	const demo = await startDemo(teardown);
	await step(`${DEMO_CANDIDATE} is invited and completes the assessment`, async () => {
		await completeDemo(demo);
	});
	const failed = await runScenarios(browser, {
		n8nUrl: demo.n8n.url,
		sandboxUrl: demo.sandbox.url,
		picturesForDocs: pictures,
	});
	return failed === 0 ? 0 : 1;
}

/** Prepares the data that the pages show. */
async function completeDemo(demo: Demo): Promise<void> {
	move(demo, DEMO_CANDIDATE, TRIGGER_STAGE);
	await waitUntil(
		'the invitation',
		() => checkInvitation(demo.sandbox).every(({ ok }) => ok),
		60_000,
	);
	const { application } = getDemoCandidate(demo.sandbox);
	demo.sandbox.harver.start(application.id);
	demo.sandbox.harver.complete(application.id, SCORE);
	await waitUntil('the results', () => checkResults(demo.sandbox).every(({ ok }) => ok), 60_000);
}

runCommand(main);
