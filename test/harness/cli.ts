import { readFile } from 'node:fs/promises';

import { Command } from 'commander';
import nock from 'nock';

import type { WorkflowJson } from './engine';
import { runScenario } from './cli/runScenario';
import { readScenario, scenarioNames } from './cli/scenario';
import { profile, timeline } from './cli/timeline';

const EXAMPLE = 'npm run flow -- my-flow.json --scenario stage-change';

async function main(): Promise<number> {
	const command = new Command()
		.name('npm run flow --')
		.description("Runs a flow that you exported from n8n, in n8n's engine, against a simulated Lever and Harver.")
		.argument('<flow>', 'the JSON file of the flow')
		.requiredOption('--scenario <name>', `what happens: ${scenarioNames().join(', ')}, or the path of a scenario of your own`)
		.option('--start <node>', 'start from this node, in place of the Lever and Harver Triggers')
		.addHelpText('after', `\nExample: ${EXAMPLE}\nExit code: 0 when the flow ran and no node failed, else 1.`)
		.parse();
	const [file = ''] = command.args;
	const { scenario: name, start } = command.opts<{ scenario: string; start?: string }>();
	refuseTheInternet();
	const flow = JSON.parse(await readFile(file, 'utf8')) as WorkflowJson;
	const scenario = readScenario(name);
	const outcome = await runScenario(flow, scenario, start);
	const { received, passed, sandbox } = outcome;
	console.log([`${flow.name ?? file}: ${scenario.about}`, '', ...timeline(received), ...profile(sandbox, scenario.candidate), '', passed ? 'The flow ran, and no node failed.' : 'The flow failed.'].join('\n'));
	await outcome.close();
	return passed ? 0 : 1;
}

/** A trial must not write to a real service: nothing but this machine can be reached. */
function refuseTheInternet(): void {
	process.env.N8N_LOG_LEVEL ??= 'silent';
	nock.disableNetConnect();
	nock.enableNetConnect(/^(127\.0\.0\.1|localhost)(:\d+)?$/u);
}

main().then(
	(exitCode) => process.exit(exitCode),
	(error: unknown) => {
		console.error(error instanceof Error ? error.message : String(error));
		process.exit(1);
	},
);
