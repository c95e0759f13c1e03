import { readScenario, listScenarios } from './scenario';

const EXAMPLE = `Examples:
  npm run flow -- my-flow.json --scenario stage-change
  npm run flow -- my-flow.json --scenario harver-down --error-workflow my-error-flow.json`;

/** What stands below the options when the user asks for help: the scenarios, examples, and what the exit code means. */
export function helpText(): string {
	const names = listScenarios();
	const width = Math.max(...names.map((name) => name.length));
	const scenarios = names.map((name) => `  ${name.padEnd(width)}  ${readScenario(name).about}`);
	return [
		'',
		'Scenarios:',
		...scenarios,
		'',
		EXAMPLE,
		'',
		'Exit code: 0 when the flow did what the scenario expects (without an expectation: it ran, and no node failed), else 1.',
	].join('\n');
}
