import { randomBytes } from 'node:crypto';
import { rm } from 'node:fs/promises';
import path from 'node:path';

import { Command } from 'commander';

import { startDemo } from '../host/demo';
import { freePort } from '../host/N8nProcess';
import { RUNTIME } from '../host/paths';
import { failedItemScenarios } from './failedItems';
import { failureScenarios } from './failures';
import { inviteScenarios } from './invite';
import { lifecycleScenarios } from './lifecycle';
import { reconcileScenarios } from './reconcile';
import { resultScenarios } from './results';
import type { Scenario } from './scenario';
import { statusScenarios } from './statuses';
import { webhookScenarios } from './webhooks';

/** Runs every scenario in one real n8n, in order; says which failed and why. Gives the exit code. */
async function main(): Promise<number> {
	const { only } = new Command()
		.option('--only <text>', 'run only the stories whose name holds the text', '')
		.parse()
		.opts<{ only: string }>();
	const folder = `e2e-${randomBytes(4).toString('hex')}`;
	const demo = await startDemo({
		folder,
		n8nPort: await freePort(),
		sandboxPort: await freePort(),
		sandbox: { webhookRetryDelays: [] },
	});
	const all: Scenario[] = [
		...inviteScenarios,
		...webhookScenarios,
		...resultScenarios,
		...statusScenarios,
		...reconcileScenarios,
		...failureScenarios,
		...failedItemScenarios,
		...lifecycleScenarios,
	];
	const scenarios = all.filter(({ name }) => name.includes(only));
	let failed = 0;
	try {
		for (const scenario of scenarios) {
			try {
				await scenario.run(demo);
				console.log(`✓ ${scenario.name}`);
			} catch (error) {
				failed += 1;
				console.log(
					`✗ ${scenario.name}\n  ${error instanceof Error ? error.message : String(error)}`,
				);
			}
		}
		if (failed > 0) console.log(demo.n8n.logTail());
	} finally {
		await demo.stop();
		await rm(path.join(RUNTIME, folder), { recursive: true, force: true });
	}
	console.log(`${(scenarios.length - failed).toString()} passed, ${failed.toString()} failed`);
	return failed === 0 ? 0 : 1;
}

main().then(
	(exitCode) => process.exit(exitCode),
	(error: unknown) => {
		console.error(error instanceof Error ? error.message : String(error));
		process.exit(1);
	},
);
