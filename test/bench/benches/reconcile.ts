import { waitUntil } from '../../e2e/scenario';
import type { Bench } from '../report';
import { type Figure, MEGABYTE } from '../figures';
import { addApplicants } from '../applicants';
import type { BenchHost } from '../BenchHost';
const FLOW_6 = 'leverHarverFlow6';
/** About twice what n8n uses when idle. */
const BOUNDED_HEAP = { NODE_OPTIONS: '--max-old-space-size=400' };
const NOT_ENDED = ['new', 'running', 'waiting'];

interface Sweep {
	seconds: number;
	peakMegabytes: number;
	aboveIdle: number;
}

export const reconcile: Bench = {
	name: 'reconcile',
	title: 'Sweeping many opportunities',
	how: "Reconcile runs manually over opportunities in the trigger stage that are all invited already: it reads everything and changes nothing. A page of Lever's list has 100 opportunities, so 1,000 take at least 1 s at 10 requests per second. n8n's heap is limited to 400 MB (NODE_OPTIONS=--max-old-space-size=400), so the peak shows what is needed and not uncollected garbage. n8n restarts before each measurement.",
	async run(startHost, quick) {
		const host = await startHost();
		const sizes = quick ? [200, 1000] : [1000, 10_000, 50_000];
		const sweeps: [number, Sweep][] = [];
		for (const size of sizes) sweeps.push([size, await measureSweep(host, size)]);
		host.demo.sandbox.lever.reset();
		return buildFigures(sweeps);
	},
};

async function measureSweep(host: BenchHost, size: number): Promise<Sweep> {
	const { n8n, client, sandbox } = host.demo;
	sandbox.lever.reset();
	addApplicants(host, size, { stage: host.triggerStageId, tags: ['Harver: Invited'] });
	await host.restart(BOUNDED_HEAP);
	const before = await n8n.getUsage();
	await n8n.resetPeak();
	const earlier = new Set((await client.listExecutions(FLOW_6)).map(({ id }) => id));
	const startedAt = Date.now();
	await client.runManually(FLOW_6, 'By Hand');
	let [id, status] = ['', ''];
	await waitUntil(
		'the sweep has ended',
		async () => {
			const execution = (await client.listExecutions(FLOW_6)).find((one) => !earlier.has(one.id));
			({ id, status } = execution ?? { id: '', status: 'new' });
			return !NOT_ENDED.includes(status);
		},
		300_000,
	);
	if (status !== 'success')
		throw new Error(
			`The sweep over ${size.toString()} ended with "${status}": ${(await client.readExecution(id)).slice(-2000)}`,
		);
	const { peakBytes } = await n8n.getUsage();
	return {
		seconds: (Date.now() - startedAt) / 1000,
		peakMegabytes: peakBytes / MEGABYTE,
		aboveIdle: (peakBytes - before.residentBytes) / MEGABYTE,
	};
}

function buildFigures(sweeps: [number, Sweep][]): Figure[] {
	const [smallest, largest] = [sweeps[0], sweeps.at(-1)];
	if (!smallest || !largest) return [];
	const growth = 100 * (largest[1].peakMegabytes / smallest[1].peakMegabytes - 1);
	const middle = sweeps.at(-2) ?? smallest;
	const pace = (one: [number, Sweep], other: [number, Sweep]): number =>
		(other[1].seconds - one[1].seconds) / ((other[0] - one[0]) / 1000);
	return [
		...sweeps.flatMap(([size, { seconds, peakMegabytes, aboveIdle }]): Figure[] => [
			{
				id: `reconcile.${size.toString()}.time`,
				what: `Reconcile over ${size.toLocaleString('en-US')} opportunities: time per 1,000`,
				unit: 's',
				ours: seconds / (size / 1000),
			},
			{
				id: `reconcile.${size.toString()}.memory`,
				what: 'peak memory of n8n',
				unit: 'MB',
				ours: peakMegabytes,
				remark: `${Math.round(aboveIdle).toString()} MB above idle.`,
			},
		]),
		{
			id: 'reconcile.growth',
			what: `growth of the peak from ${smallest[0].toLocaleString('en-US')} to ${largest[0].toLocaleString('en-US')}`,
			unit: '%',
			ours: growth,
			target: { atMost: 20 },
		},
		{
			id: 'reconcile.linear',
			what: `time per additional 1,000 between ${middle[0].toLocaleString('en-US')} and ${largest[0].toLocaleString('en-US')}, relative to the time before`,
			unit: '%',
			ours:
				(100 * pace(middle, largest)) /
				(sweeps.length > 2 ? pace(smallest, middle) : smallest[1].seconds / (smallest[0] / 1000)),
			target: { atMost: 120 },
		},
	];
}
