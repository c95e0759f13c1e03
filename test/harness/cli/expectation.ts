import { z } from 'zod';

import type { Sandbox } from '../../sandbox';
import { findApplications, findOpportunity, countInvitations } from './candidate';
import type { RunResult } from '../execution';
import type { Delivery } from './receiver';
import type { Scenario } from './scenario';

/** How a scenario is to end. What is left out does not matter, but for failures: without `fails` no node may fail. */
export const expectationSchema = z
	.object({
		/** How often the flow is started. */
		runs: z.number().int().nonnegative().optional(),
		/** Part of the message with which a run fails. */
		fails: z.string().min(1).optional(),
		lever: z
			.object({
				tags: z.array(z.string()).optional(),
				withoutTags: z.array(z.string()).optional(),
				/** A part of each comment; there are no others. */
				comments: z.array(z.string()).optional(),
				files: z.number().int().nonnegative().optional(),
				links: z.number().int().nonnegative().optional(),
			})
			.strict()
			.optional(),
		harver: z
			.object({
				applications: z.number().int().nonnegative().optional(),
				invitations: z.number().int().nonnegative().optional(),
				status: z.string().optional(),
			})
			.strict()
			.optional(),
	})
	.strict();

export type Expectation = z.infer<typeof expectationSchema>;

/** What in the two services is not as expected of the candidate, a sentence each. */
export function findDifferences(
	sandbox: Sandbox,
	candidate: string,
	{ lever, harver }: Expectation,
): string[] {
	return [
		...(lever ? profileDifferences(sandbox, candidate, lever) : []),
		...(harver ? harverDifferences(sandbox, candidate, harver) : []),
	];
}

function profileDifferences(
	sandbox: Sandbox,
	candidate: string,
	wanted: NonNullable<Expectation['lever']>,
): string[] {
	const opportunity = findOpportunity(sandbox, candidate);
	if (!opportunity) return [`${candidate} is not in Lever any more.`];
	const { tags, notes, files } = opportunity;
	const comments = notes.map(({ value }) => value);
	return [
		...(wanted.tags ?? [])
			.filter((tag) => !tags.includes(tag))
			.map((tag) => `The profile has no tag "${tag}".`),
		...(wanted.withoutTags ?? [])
			.filter((tag) => tags.includes(tag))
			.map((tag) => `The profile has the tag "${tag}".`),
		...(wanted.comments ?? [])
			.filter((part) => !comments.some((comment) => comment.includes(part)))
			.map((part) => `The profile has no comment with "${part}".`),
		...count('comment', wanted.comments?.length, comments.length),
		...count('file', wanted.files, files.length),
		...count('link', wanted.links, sandbox.lever.getContactFor(opportunity).links.length),
	];
}

function harverDifferences(
	sandbox: Sandbox,
	candidate: string,
	wanted: NonNullable<Expectation['harver']>,
): string[] {
	const applications = findApplications(sandbox, candidate);
	const strange = applications.filter(
		({ status }) => wanted.status !== undefined && status !== wanted.status,
	);
	return [
		...count('application', wanted.applications, applications.length),
		...count('invitation', wanted.invitations, countInvitations(sandbox, candidate)),
		...strange.map(
			({ status }) =>
				`The application in Harver has the status "${status}", not "${wanted.status ?? ''}".`,
		),
	];
}

function count(what: string, wanted: number | undefined, found: number): string[] {
	return wanted === undefined || wanted === found
		? []
		: [`Expected ${wanted.toString()} ${what}(s), found ${found.toString()}.`];
}

/** What the flow, and the error workflow if there is one, are called. */
export interface WorkflowNames {
	flow: string;
	errorWorkflow?: string | undefined;
}

/**
 * What is not as it should be, a sentence each; none when all is well. Where the scenario expects nothing of the flow, it is
 * to be started at least once, and no node may fail.
 */
export function findProblems(
	received: Delivery[],
	sandbox: Sandbox,
	{ candidate, expect }: Scenario,
	{ flow, errorWorkflow }: WorkflowNames,
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
				findDifferences(sandbox, candidate, expectation),
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
