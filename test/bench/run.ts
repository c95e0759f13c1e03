import { Command } from 'commander';

import { startDemo, type Demo } from '../host/demo';
import { runCommand } from '../host/runCommand';
import type { Teardown } from '../host/Teardown';
import { burst } from './benches/burst';
import { packages } from './benches/packages';
import { reconcile } from './benches/reconcile';
import { report } from './benches/report';
import { results } from './benches/results';
import { webhook } from './benches/webhook';
import { formatFigures, createResult, publish, type BenchResult } from './report';
import { BenchHost } from './BenchHost';

const BENCHES = [burst, results, webhook, report, reconcile, packages];

/** Runs the benches one after another in one n8n, and writes the results to `docs/` unless `--quick` is set. */
async function main(teardown: Teardown): Promise<number> {
	const names = BENCHES.map(({ name }) => name).join(', ');
	const { only, quick } = new Command()
		.name('npm run bench --')
		.description(
			'Measures the package and its peers and writes docs/benchmarks.json and docs/benchmarks.md.',
		)
		.option('--only <names>', `only these benches, separated by commas: ${names}`)
		.option('--quick', 'check that the benches work; writes nothing', false)
		.parse()
		.opts<{ only?: string; quick: boolean }>();
	const wanted = only?.split(',').map((name) => name.trim());
	const unknown = wanted?.find((name) => !BENCHES.some((bench) => bench.name === name));
	if (unknown !== undefined) throw new Error(`Unknown bench "${unknown}". Available: ${names}.`);

	let demo: Demo | undefined;
	const startHost = async (): Promise<BenchHost> =>
		new BenchHost((demo ??= await startDemo(teardown)));
	const fresh: BenchResult[] = [];
	for (const bench of BENCHES.filter(({ name }) => wanted?.includes(name) ?? true)) {
		console.log(`\n== ${bench.title}`);
		const one = await createResult(bench, await bench.run(startHost, quick, teardown));
		fresh.push(one);
		console.log(formatFigures(one).join('\n'));
		if (!quick) await publish(BENCHES, fresh);
	}
	return 0;
}

runCommand(main);
