import { z } from 'zod';

import type { Sandbox } from '../../sandbox';
import type { RunResult } from '../execution';
import { countInvitations, findApplications, findOpportunity } from './candidate';
import type { Delivery } from './receiver';
import type { Scenario } from './scenario';

const amount = z.number().int().nonnegative();

/** How a scenario ends for a workflow. What is left out is not checked, except that without `fails` no node may fail. */
export const expectationSchema = z
	.object({
		/** How often the workflow is started. */
		runs: amount.optional(),
		/** Part of the message of the node that fails. */
		fails: z.string().min(1).optional(),
		lever: z
			.object({
				tags: z.array(z.string()).optional(),
				withoutTags: z.array(z.string()).optional(),
				/** Part of each note; there must be no other notes. */
				notes: z.array(z.string()).optional(),
				files: amount.optional(),
				links: amount.optional(),
			})
			.strict()
			.optional(),
		harver: z
			.object({
				applications: amount.optional(),
				invitations: amount.optional(),
				status: z.string().optional(),
			})
			.strict()
			.optional(),
	})
	.strict();

type Expectation = z.infer<typeof expectationSchema>;

/** The names of the workflow and of its error workflow. */
export interface WorkflowNames {
	workflow: string;
	errorWorkflow?: string | undefined;
}

/**
 * Returns a sentence for each thing that did not end as the scenario expects. If it expects nothing of the workflow, the
 * workflow must have been started and no node may have failed.
 */
export function findProblems(
	deliveries: Delivery[],
	sandbox: Sandbox,
	{ candidate, expect }: Scenario,
	names: WorkflowNames,
): string[] {
	const expected = expect[names.workflow] ?? expect['*'] ?? {};
	const expectedOfErrorWorkflow =
		(names.errorWorkflow === undefined ? undefined : expect[names.errorWorkflow]) ?? {};
	const runs = deliveries.flatMap(({ run }) => run ?? []);
	const errorRuns = deliveries.flatMap(({ errorRun }) => errorRun ?? []);
	return [
		...deliveries
			.filter(({ status }) => status >= 300)
			.map(({ node, status }) => `"${node}" answered a webhook with ${status.toString()}.`),
		...(expected.runs === undefined && runs.length === 0 ? ['Nothing started the workflow.'] : []),
		...checkRuns('The workflow', runs, expected),
		...checkRuns('The error workflow', errorRuns, expectedOfErrorWorkflow),
		...new Set(
			[expected, expectedOfErrorWorkflow].flatMap(({ lever, harver }) => [
				...(lever ? checkProfile(sandbox, candidate, lever) : []),
				...(harver ? checkHarver(sandbox, candidate, harver) : []),
			]),
		),
	];
}

function checkRuns(workflow: string, runs: RunResult[], { runs: count, fails }: Expectation) {
	const failures = runs.flatMap(findFailures);
	const unexpected = failures.filter(({ text }) => fails === undefined || !text.includes(fails));
	return [
		...(count === undefined || count === runs.length
			? []
			: [`${workflow} was started ${runs.length.toString()} time(s), not ${count.toString()}.`]),
		...unexpected.map(({ node }) => `${workflow} failed at "${node}".`),
		...(fails !== undefined && failures.length === 0
			? [`${workflow} should have failed with "${fails}", but no node failed.`]
			: []),
	];
}

/** Returns the nodes that failed, including those after which the execution continued, with message and advice. */
function findFailures({ run, failure }: RunResult): { node: string; text: string }[] {
	const failed = Object.entries(run.data.resultData.runData).flatMap(([node, runs]) =>
		runs.flatMap(({ error }) => {
			if (!error) return [];
			const description = 'description' in error ? error.description : undefined;
			return [{ node, text: `${error.message} ${description ?? ''}` }];
		}),
	);
	if (failed.length > 0 || !failure) return failed;
	return [{ node: failure.node, text: `${failure.message} ${failure.description ?? ''}` }];
}

function checkProfile(
	sandbox: Sandbox,
	candidate: string,
	expected: NonNullable<Expectation['lever']>,
): string[] {
	const opportunity = findOpportunity(sandbox, candidate);
	if (!opportunity) return [`${candidate} is no longer in Lever.`];
	const { tags, files } = opportunity;
	const notes = opportunity.notes.map(({ value }) => value);
	return [
		...(expected.tags ?? [])
			.filter((tag) => !tags.includes(tag))
			.map((tag) => `The profile has no tag "${tag}".`),
		...(expected.withoutTags ?? [])
			.filter((tag) => tags.includes(tag))
			.map((tag) => `The profile has the tag "${tag}".`),
		...(expected.notes ?? [])
			.filter((part) => !notes.some((note) => note.includes(part)))
			.map((part) => `The profile has no note with "${part}".`),
		...checkCount('note', expected.notes?.length, notes.length),
		...checkCount('file', expected.files, files.length),
		...checkCount('link', expected.links, sandbox.lever.getContactFor(opportunity).links.length),
	];
}

function checkHarver(
	sandbox: Sandbox,
	candidate: string,
	expected: NonNullable<Expectation['harver']>,
): string[] {
	const applications = findApplications(sandbox, candidate);
	const { status: expectedStatus } = expected;
	return [
		...checkCount('application', expected.applications, applications.length),
		...checkCount('invitation', expected.invitations, countInvitations(sandbox, candidate)),
		...applications
			.filter(({ status }) => expectedStatus !== undefined && status !== expectedStatus)
			.map(
				({ status }) =>
					`The application in Harver has the status "${status}", not "${expectedStatus ?? ''}".`,
			),
	];
}

function checkCount(what: string, expected: number | undefined, found: number): string[] {
	return expected === undefined || expected === found
		? []
		: [`Expected ${expected.toString()} ${what}(s), found ${found.toString()}.`];
}
