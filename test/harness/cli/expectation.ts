import { z } from 'zod';

import type { Sandbox } from '../../sandbox';
import { applicationsOf, findOpportunity, invitationsTo } from './candidate';

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
export function differences(
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
	const applications = applicationsOf(sandbox, candidate);
	const strange = applications.filter(
		({ status }) => wanted.status !== undefined && status !== wanted.status,
	);
	return [
		...count('application', wanted.applications, applications.length),
		...count('invitation', wanted.invitations, invitationsTo(sandbox, candidate)),
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
