import path from 'node:path';

import { Command } from 'commander';

import { shippedWorkflows, workflowFiles } from '../host/imports';
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

/** Runs every story over one cluster, in order; says which failed and why. Gives the exit code. */
async function main(teardown: Teardown): Promise<number> {
	const { turns, only, leverRate, harverRate } = new Command()
		.name('npm run test:queue --')
		.description(
			"Runs the flows in n8n's queue mode: Redis, PostgreSQL, main, webhook processor, two workers.",
		)
		.option(
			'--no-turns',
			'the shipped flows in place of their queue-mode variants, to see what those are for',
		)
		.option('--only <text>', 'only the stories whose name holds the text', '')
		.option(
			'--lever-rate <number>',
			'requests a second in the Lever credential: the limit shared out among the workers',
			'5',
		)
		.option('--harver-rate <number>', 'requests a minute in the Harver credential', '225')
		.parse()
		.opts<Options>();
	const options: ClusterOptions = {
		withoutLock: !turns,
		leverRequestsPerSecond: Number(leverRate),
		harverRequestsPerMinute: Number(harverRate),
	};
	const cluster = await startCluster(options, teardown);
	const suffix = turns ? 'Queue' : 'Flow';
	const reconciles = (await shippedWorkflows(await workflowFiles())).some(
		({ id }) => id === RECONCILE.flow,
	);
	const stories = buildScenarios({
		trigger: `leverHarver${suffix}1`,
		applies: `leverHarver${suffix}2`,
		reconciles,
	}).filter(({ name }) => name.includes(only));
	let failed = 0;
	for (const story of stories) {
		try {
			const measured = await story.run(cluster);
			console.log(`✓ ${story.name} (${measured})`);
		} catch (error) {
			failed += 1;
			console.log(`✗ ${story.name}\n  ${error instanceof Error ? error.message : String(error)}`);
		}
	}
	if (failed > 0) showLogs(cluster);
	console.log(`${(stories.length - failed).toString()} passed, ${failed.toString()} failed`);
	return failed === 0 ? 0 : 1;
}

function showLogs({ main: editor, webhook, workers }: Cluster): void {
	for (const n8n of [editor, webhook, ...workers])
		console.log(`== ${path.basename(n8n.userFolder)}\n${n8n.logTail()}`);
}

runCommand(main);
