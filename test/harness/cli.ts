import { Command } from 'commander';
import nock from 'nock';

import { resolveInputPath, readWorkflowFile } from './cli/inputFile';
import { helpText } from './cli/help';
import { runScenario } from './cli/runScenario';
import { readScenario } from './cli/scenario';
import { formatProfile, formatTimeline } from './cli/format';

interface Options {
	scenario: string;
	start?: string;
	errorWorkflow?: string;
}

async function main(): Promise<number> {
	const command = new Command()
		.name('npm run flow --')
		.description(
			"Runs a flow that you exported from n8n, in n8n's engine, against a simulated Lever and Harver.",
		)
		.argument('<flow>', 'the JSON file of the flow')
		.requiredOption(
			'--scenario <name>',
			'what happens: a scenario below, or the path of one of your own',
		)
		.option('--start <node>', 'start from this node, in place of the Lever and Harver Triggers')
		.option(
			'--error-workflow <file>',
			'the JSON file of the workflow that n8n starts when a run of the flow fails',
		)
		.addHelpText('after', helpText)
		.showHelpAfterError('Add --help to see the scenarios and examples.')
		.parse();
	const [typed = ''] = command.args;
	const { scenario: name, start, errorWorkflow } = command.opts<Options>();
	refuseTheInternet();
	const flow = readWorkflowFile(resolveInputPath(typed));
	const scenario = readScenario(name);
	const outcome = await runScenario(flow, scenario, {
		startNode: start,
		errorWorkflow:
			errorWorkflow === undefined ? undefined : readWorkflowFile(resolveInputPath(errorWorkflow)),
	});
	const { received, problems, sandbox } = outcome;
	console.log(
		[
			`${flow.name ?? typed}: ${scenario.about}`,
			'',
			...formatTimeline(received),
			...formatProfile(sandbox, scenario.candidate),
			'',
			...verdict(problems, flow.name !== undefined && flow.name in scenario.expect),
		].join('\n'),
	);
	await outcome.close();
	return problems.length === 0 ? 0 : 1;
}

function verdict(problems: string[], expected: boolean): string[] {
	if (problems.length > 0)
		return [...problems.map((problem) => `✗ ${problem}`), 'The flow failed.'];
	return [
		expected ? 'The flow did what the scenario expects.' : 'The flow ran, and no node failed.',
	];
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
