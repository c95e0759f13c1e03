import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { cpus, totalmem } from 'node:os';
import path from 'node:path';

import { HOST_FOLDER, ROOT } from '../host/paths';
import type { Teardown } from '../host/Teardown';
import { isMet, formatValue, formatTarget, type Figure } from './figures';
import type { BenchHost } from './BenchHost';

const FOLDER = path.join(ROOT, 'docs');
const JSON_FILE = path.join(FOLDER, 'benchmarks.json');

/** The result of a bench, with date and machine. */
export interface BenchResult {
	bench: string;
	date: string;
	machine: string;
	figures: (Figure & { met?: boolean })[];
}

/** Adds the date and the machine to the figures of a bench. */
export async function createResult({ name }: Bench, figures: Figure[]): Promise<BenchResult> {
	const met = figures.map((figure) => ({
		...figure,
		...(isMet(figure) === undefined ? {} : { met: isMet(figure) ?? false }),
	}));
	return {
		bench: name,
		date: new Date().toISOString().slice(0, 10),
		machine: await describeMachine(),
		figures: met,
	};
}

/** Writes new results to `docs/benchmarks.json`, keeping those of other benches, and the page `docs/benchmarks.md`. */
export async function publish(benches: Bench[], fresh: BenchResult[]): Promise<void> {
	await mkdir(FOLDER, { recursive: true });
	const earlier = JSON.parse(await readFile(JSON_FILE, 'utf8').catch(() => '[]')) as BenchResult[];
	const all = benches.flatMap(
		({ name }) => [...fresh, ...earlier].find(({ bench }) => bench === name) ?? [],
	);
	await writeFile(JSON_FILE, `${JSON.stringify(all, null, '\t')}\n`);
	await writeFile(path.join(FOLDER, 'benchmarks.md'), buildPage(benches, all));
}

/** Formats the figures of a bench for the terminal. */
export function formatFigures({ figures }: BenchResult): string[] {
	return figures.map(
		(figure) =>
			`  ${mark(figure)} ${figure.what}: ${formatValue(figure.ours, figure.unit)}${figure.peer === undefined ? '' : ` (${figure.peerName ?? 'peer'}: ${formatValue(figure.peer, figure.unit)})`}`,
	);
}

function buildPage(benches: Bench[], all: BenchResult[]): string {
	const sections = all.map((one) => {
		const bench = benches.find(({ name }) => name === one.bench);
		const remarks = [...new Set(one.figures.flatMap(({ remark }) => remark ?? []))];
		return [
			`## ${bench?.title ?? one.bench}`,
			'',
			bench?.how ?? '',
			'',
			...buildTable(one),
			'',
			...(remarks.length > 1 ? remarks.map((remark) => `- ${remark}`) : remarks),
			...(remarks.length > 0 ? [''] : []),
			`${one.date}, ${one.machine}.`,
			'',
		].join('\n');
	});
	return [
		'# Benchmarks',
		'',
		'Measured with `npm run bench`, which writes this page and [the JSON file](benchmarks.json). n8n, the simulated services and the test driver run on the same machine.',
		'',
		...sections,
	].join('\n');
}

function buildTable({ figures }: BenchResult): string[] {
	const rows = figures.map((figure) => [
		figure.what,
		formatValue(figure.ours, figure.unit),
		figure.peer === undefined
			? ''
			: `${formatValue(figure.peer, figure.unit)} (${figure.peerName ?? ''})`,
		figure.target ? formatTarget(figure.target, figure.unit) : '',
		figure.target ? (isMet(figure) ? 'yes' : '**no**') : '',
	]);
	return [
		'| what | ours | peer | target | met |',
		'|---|---|---|---|---|',
		...rows.map((row) => `| ${row.join(' | ')} |`),
	];
}

function mark(figure: Figure): string {
	const met = isMet(figure);
	return met === undefined ? '·' : met ? '✓' : '✗';
}

async function describeMachine(): Promise<string> {
	const processors = cpus();
	const { dependencies } = JSON.parse(
		await readFile(path.join(HOST_FOLDER, 'package.json'), 'utf8'),
	) as { dependencies: { n8n: string } };
	const gigabytes = Math.round(totalmem() / 2 ** 30);
	return `${processors.length.toString()} cores (${processors[0]?.model.trim() ?? 'unknown'}), ${gigabytes.toString()} GB, Node ${process.versions.node}, n8n ${dependencies.n8n}, SQLite`;
}

/** A measurement. */
export interface Bench {
	/** For `--only`. */
	name: string;
	title: string;
	/** How it is measured, for readers of the page. */
	how: string;
	/** Measures; `quick` only checks that the bench works. */
	run(startHost: () => Promise<BenchHost>, quick: boolean, teardown: Teardown): Promise<Figure[]>;
}
