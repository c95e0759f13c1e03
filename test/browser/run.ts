import { Command } from 'commander';

import { startDemo } from '../host/demo';
import { demoCandidate, loopResult } from '../host/loopResult';
import { step } from '../host/progress';
import { runCommand } from '../host/runCommand';
import type { Teardown } from '../host/Teardown';
import { move, until } from '../e2e/scenario';
import { inviteResult } from '../host/inviteResult';
import { DEMO_CANDIDATE, TRIGGER_STAGE } from '../sandbox';
import type { Demo } from '../host/demo';
import { startChromium } from './chromium';
import { tellStories } from './stories';

const SCORE = 87;

/** A real n8n, the sandbox and a browser; tells every story, in order. Returns the exit code. */
async function main(teardown: Teardown): Promise<number> {
	const { pictures } = new Command()
		.option('--pictures', 'take the pictures of the documentation anew', false)
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
	const failed = await tellStories(browser, {
		n8nUrl: demo.n8n.url,
		sandboxUrl: demo.sandbox.url,
		picturesForDocs: pictures,
	});
	return failed === 0 ? 0 : 1;
}

/** Gives the pages something to show. */
async function completeDemo(demo: Demo): Promise<void> {
	move(demo, DEMO_CANDIDATE, TRIGGER_STAGE);
	await until('the invitation', () => inviteResult(demo.sandbox).every(({ ok }) => ok), 60_000);
	const { application } = demoCandidate(demo.sandbox);
	demo.sandbox.harver.start(application.id);
	demo.sandbox.harver.complete(application.id, SCORE);
	await until('the results', () => loopResult(demo.sandbox).every(({ ok }) => ok), 60_000);
}

runCommand(main);
