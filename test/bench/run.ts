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
import { lines, measured, publish, type Measured } from './report';
import { Stage } from './Stage';

const BENCHES = [burst, results, webhook, report, reconcile, packages];

/** Runs the benches one after another in one n8n, shows the figures, and writes them to `docs/` unless they are quick ones. */
async function main(teardown: Teardown): Promise<number> {
	const names = BENCHES.map(({ name }) => name).join(', ');
	const { only, quick } = new Command()
		.name('npm run bench --')
		.description(
			'Measures the package beside its peers and writes docs/benchmarks.json and docs/benchmarks.md.',
		)
		.option('--only <names>', `these alone, with commas between: ${names}`)
		.option('--quick', 'measure little, to see that everything works; nothing is written', false)
		.parse()
		.opts<{ only?: string; quick: boolean }>();
	const wanted = only?.split(',').map((name) => name.trim());
	const unknown = wanted?.find((name) => !BENCHES.some((bench) => bench.name === name));
	if (unknown !== undefined)
		throw new Error(`There is no bench "${unknown}". There are: ${names}.`);

	let demo: Demo | undefined;
	const stage = async (): Promise<Stage> => new Stage((demo ??= await startDemo(teardown)));
	const fresh: Measured[] = [];
	for (const bench of BENCHES.filter(({ name }) => wanted?.includes(name) ?? true)) {
		console.log(`\n== ${bench.title}`);
		const one = await measured(bench, await bench.run(stage, quick));
		fresh.push(one);
		console.log(lines(one).join('\n'));
		if (!quick) await publish(BENCHES, fresh);
	}
	return 0;
}

runCommand(main);
