import path from 'node:path';

import { Command } from 'commander';

import { readShippedWorkflows, listWorkflowFiles } from '../host/imports';
import { runCommand } from '../host/runCommand';
import type { Teardown } from '../host/Teardown';
import { startCluster, type Cluster, type ClusterOptions } from './cluster';
import { RECONCILE, buildScenarios } from './scenarios';

interface Options {
	turns: boolean;
	only: string;
	leverRate: string;
	harverRate: string;
}

/** Runs every scenario on one cluster and prints failures. Returns the exit code. */
async function main(teardown: Teardown): Promise<number> {
	const { turns, only, leverRate, harverRate } = new Command()
		.name('npm run test:queue --')
		.description(
			"Runs the workflows in n8n's queue mode: Redis, PostgreSQL, main, webhook processor, two workers.",
		)
		.option('--no-turns', 'run the regular workflows instead of the queue-mode variants')
		.option('--only <text>', 'only scenarios whose name contains the text', '')
		.option(
			'--lever-rate <number>',
			'requests per second in the Lever credential: the limit divided by the number of workers',
			'5',
		)
		.option('--harver-rate <number>', 'requests per minute in the Harver credential', '225')
		.parse()
		.opts<Options>();
	const options: ClusterOptions = {
		withoutLock: !turns,
		leverRequestsPerSecond: Number(leverRate),
		harverRequestsPerMinute: Number(harverRate),
	};
	const cluster = await startCluster(options, teardown);
	const suffix = turns ? 'Queue' : 'Flow';
	const reconciles = (await readShippedWorkflows(await listWorkflowFiles())).some(
		({ id }) => id === RECONCILE.workflowId,
	);
	const scenarios = buildScenarios({
		trigger: `leverHarver${suffix}1`,
		applies: `leverHarver${suffix}2`,
		reconciles,
	}).filter(({ name }) => name.includes(only));
	let failed = 0;
	for (const scenario of scenarios) {
		try {
			const measured = await scenario.run(cluster);
			console.log(`✓ ${scenario.name} (${measured})`);
		} catch (error) {
			failed += 1;
			console.log(
				`✗ ${scenario.name}\n  ${error instanceof Error ? error.message : String(error)}`,
			);
		}
	}
	if (failed > 0) showLogs(cluster);
	console.log(`${(scenarios.length - failed).toString()} passed, ${failed.toString()} failed`);
	return failed === 0 ? 0 : 1;
}

function showLogs({ main: editor, webhook, workers }: Cluster): void {
	for (const n8n of [editor, webhook, ...workers])
		console.log(`== ${path.basename(n8n.userFolder)}\n${n8n.logTail()}`);
}

runCommand(main);
