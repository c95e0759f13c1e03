import { Command } from 'commander';
import nock from 'nock';

import { formatProfile, formatTimeline } from './cli/format';
import { readWorkflowFile, resolveInputPath } from './cli/inputFile';
import { runScenario } from './cli/runScenario';
import { listScenarios, readScenario } from './cli/scenario';

interface Options {
	scenario: string;
	start?: string;
	errorWorkflow?: string;
}

const EXAMPLES = `Examples:
  npm run flow -- my-workflow.json --scenario stage-change
  npm run flow -- my-workflow.json --scenario harver-down --error-workflow my-error-workflow.json`;

async function main(): Promise<number> {
	const command = new Command()
		.name('npm run flow --')
		.description(
			"Runs a workflow that you exported from n8n in n8n's engine, against a simulated Lever and Harver.",
		)
		.argument('<workflow>', 'the JSON file of the workflow')
		.requiredOption('--scenario <name>', 'what happens: a scenario below, or the path of your own')
		.option('--start <node>', 'start from this node instead of the Lever and Harver Triggers')
		.option(
			'--error-workflow <file>',
			'the JSON file of the workflow that n8n runs when an execution fails',
		)
		.addHelpText('after', getHelpText)
		.showHelpAfterError('Add --help to see the scenarios and examples.')
		.parse();
	const [file = ''] = command.args;
	const { scenario: name, start, errorWorkflow } = command.opts<Options>();
	blockInternet();
	const workflow = readWorkflowFile(resolveInputPath(file));
	const scenario = readScenario(name);
	const result = await runScenario(workflow, scenario, {
		startNode: start,
		errorWorkflow:
			errorWorkflow === undefined ? undefined : readWorkflowFile(resolveInputPath(errorWorkflow)),
	});
	const { deliveries, problems, sandbox } = result;
	console.log(
		[
			`${workflow.name ?? file}: ${scenario.about}`,
			'',
			...formatTimeline(deliveries),
			...formatProfile(sandbox, scenario.candidate),
			'',
			...formatVerdict(problems, workflow.name !== undefined && workflow.name in scenario.expect),
		].join('\n'),
	);
	await result.close();
	return problems.length === 0 ? 0 : 1;
}

function formatVerdict(problems: string[], hasExpectation: boolean): string[] {
	if (problems.length > 0)
		return [...problems.map((problem) => `✗ ${problem}`), 'The workflow failed.'];
	return [
		hasExpectation
			? 'The workflow did what the scenario expects.'
			: 'The workflow ran, and no node failed.',
	];
}

/** The help below the options: scenarios, examples, exit code. */
function getHelpText(): string {
	const names = listScenarios();
	const width = Math.max(...names.map((name) => name.length));
	return [
		'',
		'Scenarios:',
		...names.map((name) => `  ${name.padEnd(width)}  ${readScenario(name).about}`),
		'',
		EXAMPLES,
		'',
		'Exit code: 0 if the workflow did what the scenario expects (or, without an expectation, ran and no node failed), otherwise 1.',
	].join('\n');
}

/** Allows connections to this machine only: a trial must not write to a real service. */
function blockInternet(): void {
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
