import type { Sandbox } from '../../sandbox';
import type { RunResult } from '../execution';
import { differences, type Expectation } from './expectation';
import type { Received } from './receiver';
import type { Scenario } from './scenario';

/** What the flow, and the error workflow if there is one, are called. */
export interface FlowNames {
	flow: string;
	errorWorkflow?: string | undefined;
}

/**
 * What is not as it should be, a sentence each; none when all is well. Where the scenario expects nothing of the flow, it is
 * to be started at least once, and no node may fail.
 */
export function problems(
	received: Received[],
	sandbox: Sandbox,
	{ candidate, expect }: Scenario,
	{ flow, errorWorkflow }: FlowNames,
): string[] {
	const ofFlow = expect[flow] ?? expect['*'] ?? {};
	const ofErrorWorkflow = (errorWorkflow === undefined ? undefined : expect[errorWorkflow]) ?? {};
	const runs = received.flatMap(({ run }) => run ?? []);
	return [
		...received
			.filter(({ status }) => status >= 300)
			.map(({ node, status }) => `"${node}" answered ${status.toString()} to a webhook.`),
		...(ofFlow.runs === undefined && runs.length === 0 ? ['Nothing started the flow.'] : []),
		...runProblems('The flow', runs, ofFlow),
		...runProblems(
			'The error workflow',
			received.flatMap(({ errorRun }) => errorRun ?? []),
			ofErrorWorkflow,
		),
		...new Set(
			[ofFlow, ofErrorWorkflow].flatMap((expectation) =>
				differences(sandbox, candidate, expectation),
			),
		),
	];
}

function runProblems(
	what: string,
	runs: RunResult[],
	{ runs: times, fails }: Expectation,
): string[] {
	const failures = runs.flatMap(failuresIn);
	const unexpected = failures.filter(({ text }) => fails === undefined || !text.includes(fails));
	return [
		...(times === undefined || times === runs.length
			? []
			: [`${what} was started ${runs.length.toString()} time(s), not ${times.toString()}.`]),
		...unexpected.map(({ node }) => `${what} failed at "${node}".`),
		...(fails !== undefined && failures.length === 0
			? [`${what} should have failed with "${fails}", but no node failed.`]
			: []),
	];
}

/** The nodes that failed, those after which the run went on included, each with message and advice. */
function failuresIn({ run, failure }: RunResult): { node: string; text: string }[] {
	const failed = Object.entries(run.data.resultData.runData).flatMap(([node, runs]) =>
		runs.flatMap(({ error }) =>
			error
				? [
						{
							node,
							text: `${error.message} ${'description' in error ? (error.description ?? '') : ''}`,
						},
					]
				: [],
		),
	);
	if (failed.length > 0 || !failure) return failed;
	return [{ node: failure.node, text: `${failure.message} ${failure.description ?? ''}` }];
}
