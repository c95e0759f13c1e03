import { randomBytes } from 'node:crypto';
import { rm } from 'node:fs/promises';
import path from 'node:path';

import { Command } from 'commander';

import { startDemo } from '../host/demo';
import { demoCandidate, loopResult } from '../host/loopResult';
import { freePort } from '../host/N8nProcess';
import { RUNTIME } from '../host/paths';
import { step } from '../host/progress';
import { move, until } from '../e2e/scenario';
import { inviteResult } from '../host/inviteResult';
import { DEMO_CANDIDATE, TRIGGER_STAGE } from '../sandbox';
import type { Demo } from '../host/demo';
import { startChromium } from './chromium';
import { tellStories } from './stories';

const SCORE = 87;

/** A real n8n, the sandbox and a browser; tells every story, in order. Gives the exit code. */
async function main(): Promise<number> {
	const { pictures } = new Command()
		.option('--pictures', 'take the pictures of the documentation anew', false)
		.parse()
		.opts<{ pictures: boolean }>();
	const folder = `browser-${randomBytes(4).toString('hex')}`;
	const browser = await startChromium();
	try {
		const demo = await startDemo({
			folder,
			n8nPort: await freePort(),
			sandboxPort: await freePort(),
		});
		try {
			await step(`${DEMO_CANDIDATE} is invited and completes the assessment`, async () => {
				await completeDemo(demo);
			});
			const failed = await tellStories(browser, {
				n8nUrl: demo.n8n.url,
				sandboxUrl: demo.sandbox.url,
				picturesForDocs: pictures,
			});
			return failed === 0 ? 0 : 1;
		} finally {
			await demo.stop();
		}
	} finally {
		await browser.close();
		await rm(path.join(RUNTIME, folder), { recursive: true, force: true });
	}
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

main().then(
	(exitCode) => process.exit(exitCode),
	(error: unknown) => {
		console.error(error instanceof Error ? error.message : String(error));
		process.exit(1);
	},
);
