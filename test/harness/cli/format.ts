import type { Sandbox } from '../../sandbox';
import { getProfile } from '../../sandbox/snapshot';
import type { RunResult } from '../execution';
import { countInvitations, findApplications, findOpportunity } from './candidate';
import type { Delivery } from './receiver';

/** Formats the deliveries: a line for each, and below it each node that ran, with its items, its time and its error. */
export function formatTimeline(deliveries: Delivery[]): string[] {
	if (deliveries.length === 0)
		return ['No webhook reached the workflow. Does it listen for an event of this scenario?'];
	return deliveries.flatMap(({ node, event, status, answer, run, errorRun }) => [
		`${node}: ${event}`,
		...(run
			? [...formatNodes(run), ...formatAdvice(run)]
			: [
					`  did not start the workflow (${status.toString()}): ${typeof answer === 'string' ? answer : JSON.stringify(answer)}`,
				]),
		...(errorRun
			? ['  The error workflow:', ...formatNodes(errorRun), ...formatAdvice(errorRun)]
			: []),
		'',
	]);
}

/** Formats the candidate's profile in Lever and applications in Harver. */
export function formatProfile(sandbox: Sandbox, candidate: string): string[] {
	const opportunity = findOpportunity(sandbox, candidate);
	const stage = sandbox.lever.stages.find(({ id }) => id === opportunity?.stage);
	const profile = opportunity && getProfile(sandbox.lever, opportunity);
	const links = opportunity ? sandbox.lever.getContactFor(opportunity).links : [];
	const applications = findApplications(sandbox, candidate);
	return [
		`Lever: ${candidate}${profile ? '' : ' does not exist'}`,
		...(profile
			? [
					`  stage     ${stage?.text ?? ''}${opportunity.archived ? ', archived' : ''}`,
					`  tags      ${profile.tags.join(', ')}`,
				]
			: []),
		...(profile?.notes ?? []).map(({ value }) => `  note      ${value.replace(/\s+/gu, ' ')}`),
		...(profile?.files ?? []).map(
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

function formatNodes({ run }: RunResult): string[] {
	return Object.entries(run.data.resultData.runData)
		.flatMap(([name, runs]) => runs.map((one) => ({ name, ...one })))
		.sort((one, other) => one.executionIndex - other.executionIndex)
		.map(({ name, data, executionTime, error }) => {
			const outputs = (data?.main ?? []).map((items) => items?.length ?? 0);
			const items = `${outputs.join(' + ') || '0'} item(s)`.padEnd(14);
			const time = `${executionTime.toString().padStart(5)} ms`;
			return `  ${error ? '✗' : '✓'} ${name.padEnd(34)} ${items} ${time}${error ? `  ${error.message}` : ''}`;
		});
}

function formatAdvice({ failure }: RunResult): string[] {
	return failure?.description === undefined ? [] : [`    ${failure.description}`];
}
