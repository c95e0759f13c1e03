import { parseArgs } from 'node:util';

import { startDemo, type Demo } from '../host/demo';
import { BURST_ENVIRONMENT } from '../host/N8nProcess';
import { runCommand } from '../host/runCommand';
import type { Teardown } from '../host/Teardown';
import { groupByKind, findDeviations } from './deviations';
import { runScenario } from './scenario';

/** Higher than the real limits, so that a seed takes minutes. */
const LIMITS = { leverRequestsPerSecond: 100, leverBurst: 200, harverRequestsPerMinute: 6000 };

/** Runs the loop in a real n8n with each seed and prints what was lost or duplicated. Returns the exit code. */
async function main(teardown: Teardown): Promise<number> {
	const { seeds, candidates } = parseOptions(process.argv.slice(2));
	const demo = await startDemo(teardown, { sandbox: LIMITS, environment: BURST_ENVIRONMENT });
	let failed = 0;
	for (const seed of seeds) if (!(await runSeed(demo, seed, candidates))) failed += 1;
	console.log(`${(seeds.length - failed).toString()} passed, ${failed.toString()} failed`);
	return failed === 0 ? 0 : 1;
}

async function runSeed(demo: Demo, seed: number, candidates: number): Promise<boolean> {
	const startedAt = Date.now();
	console.log(`\nSeed ${seed.toString()}, ${candidates.toString()} candidates`);
	try {
		const expected = await runScenario(demo, { seed, candidates });
		const kinds = groupByKind(findDeviations(demo.sandbox, expected));
		console.log(
			kinds.length === 0
				? `✓ ${candidates.toString()} of each: applications, e-mails, tags, notes, results; nothing lost, nothing doubled`
				: `✗ ${kinds.join('\n✗ ')}`,
		);
		return kinds.length === 0;
	} catch (error) {
		console.log(
			`✗ ${error instanceof Error ? error.message : String(error)}\n${demo.n8n.logTail()}`,
		);
		return false;
	} finally {
		const problems = demo.sandbox.lever.opportunities.filter(({ tags }) =>
			tags.includes('Harver: Problem'),
		).length;
		const answers = [...demo.sandbox.requests.totals]
			.sort()
			.map(([answer, count]) => `${count.toString()} × ${answer}`);
		console.log(
			`  ${Math.round((Date.now() - startedAt) / 1000).toString()} s; ${problems.toString()} profiles with a reported failure; answers: ${answers.join(', ')}`,
		);
	}
}

/** Parses the options. Throws an error for a number that is not a positive integer. */
function parseOptions(parameters: string[]): {
	seeds: number[];
	candidates: number;
} {
	const { values } = parseArgs({
		args: parameters,
		options: {
			seed: { type: 'string', multiple: true, default: ['1', '2', '3'] },
			candidates: { type: 'string', default: '500' },
		},
	});
	return {
		seeds: values.seed.map((seed) => parsePositiveInteger('--seed', seed)),
		candidates: parsePositiveInteger('--candidates', values.candidates),
	};
}

function parsePositiveInteger(option: string, given: string): number {
	const number = Number(given);
	if (!Number.isSafeInteger(number) || number < 1)
		throw new Error(`${option} must be a positive integer, not "${given}".`);
	return number;
}

runCommand(main);
