import { Command } from 'commander';

import { startDemo } from '../host/demo';
import { runCommand } from '../host/runCommand';
import type { Teardown } from '../host/Teardown';
import { failedItemScenarios } from './failedItems';
import { failureScenarios } from './failures';
import { installationScenarios } from './installation';
import { inviteScenarios } from './invite';
import { lifecycleScenarios } from './lifecycle';
import { reconcileScenarios } from './reconcile';
import { resultScenarios } from './results';
import type { Scenario } from './scenario';
import { statusScenarios } from './statuses';
import { webhookScenarios } from './webhooks';

/** Runs every scenario in one real n8n, in order, and prints which failed and why. Returns the exit code. */
async function main(teardown: Teardown): Promise<number> {
	const { only } = new Command()
		.option('--only <text>', 'run only the scenarios whose name contains the text', '')
		.parse()
		.opts<{ only: string }>();
	const demo = await startDemo(teardown, { sandbox: { webhookRetryDelays: [] } });
	const all: Scenario[] = [
		...installationScenarios,
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
	console.log(`${(scenarios.length - failed).toString()} passed, ${failed.toString()} failed`);
	return failed === 0 ? 0 : 1;
}

runCommand(main);
