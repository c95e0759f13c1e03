import type { Sandbox } from '../../sandbox';
import { getProfile } from '../../sandbox/snapshot';
import type { RunResult } from '../execution';
import { findApplications, findOpportunity, countInvitations } from './candidate';
import type { Delivery } from './receiver';

/** The runs as lines: a line for each delivery, and below it each node with its items, its time and what it failed with. */
export function formatTimeline(received: Delivery[]): string[] {
	if (received.length === 0)
		return ['Nothing reached the flow: does it wait for an event of this scenario?'];
	return received.flatMap(({ node, event, status, answer, run, errorRun }) => [
		`${node}: ${event}`,
		...(run
			? [...nodeLines(run), ...failureLines(run)]
			: [
					`  did not start the flow (${status.toString()}): ${typeof answer === 'string' ? answer : JSON.stringify(answer)}`,
				]),
		...(errorRun
			? ['  The error workflow:', ...nodeLines(errorRun), ...failureLines(errorRun)]
			: []),
		'',
	]);
}

/** The candidate's profile in Lever, and the applications in Harver, as lines. */
export function formatProfile(sandbox: Sandbox, candidate: string): string[] {
	const opportunity = findOpportunity(sandbox, candidate);
	const stage = sandbox.lever.stages.find(({ id }) => id === opportunity?.stage);
	const shown = opportunity && getProfile(sandbox.lever, opportunity);
	const links = opportunity ? sandbox.lever.getContactFor(opportunity).links : [];
	const applications = findApplications(sandbox, candidate);
	return [
		`Lever: ${candidate}${shown ? '' : ' is not there'}`,
		...(shown
			? [
					`  stage     ${stage?.text ?? ''}${opportunity.archived ? ', archived' : ''}`,
					`  tags      ${shown.tags.join(', ')}`,
				]
			: []),
		...(shown?.notes ?? []).map(({ value }) => `  comment   ${value.replace(/\s+/gu, ' ')}`),
		...(shown?.files ?? []).map(
			({ name, size }) => `  file      ${name} (${size.toString()} bytes)`,
		),
		...links.map((link) => `  link      ${link}`),
		`Harver: ${applications.length.toString()} application(s), ${countInvitations(sandbox, candidate).toString()} invitation(s) sent`,
		...applications.map(
			({ status, matchingScore }) =>
				`  status    ${status}${matchingScore === null ? '' : `, score ${matchingScore.toString()}`}`,
		),
	];
}

function nodeLines({ run }: RunResult): string[] {
	return Object.entries(run.data.resultData.runData)
		.flatMap(([name, runs]) => runs.map((one) => ({ name, ...one })))
		.sort((one, other) => one.executionIndex - other.executionIndex)
		.map(({ name, data, executionTime, error }) => {
			const outputs = (data?.main ?? []).map((items) => items?.length ?? 0);
			return `  ${error ? '✗' : '✓'} ${name.padEnd(34)} ${`${outputs.join(' + ') || '0'} item(s)`.padEnd(14)} ${executionTime.toString().padStart(5)} ms${error ? `  ${error.message}` : ''}`;
		});
}

function failureLines({ failure }: RunResult): string[] {
	return failure?.description === undefined ? [] : [`    ${failure.description}`];
}
