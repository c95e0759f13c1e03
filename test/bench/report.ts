import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { cpus, totalmem } from 'node:os';
import path from 'node:path';

import { HOST_FOLDER, ROOT } from '../host/paths';
import type { Bench } from './Bench';
import { isMet, written, writtenTarget, type Figure } from './figure';

const FOLDER = path.join(ROOT, 'docs');
const JSON_FILE = path.join(FOLDER, 'benchmarks.json');

/** What one bench has measured, when and where. */
export interface Measured {
	bench: string;
	date: string;
	machine: string;
	figures: (Figure & { met?: boolean })[];
}

/** Figures with the date and the machine. */
export async function measured({ name }: Bench, figures: Figure[]): Promise<Measured> {
	const met = figures.map((figure) => ({
		...figure,
		...(isMet(figure) === undefined ? {} : { met: isMet(figure) ?? false }),
	}));
	return {
		bench: name,
		date: new Date().toISOString().slice(0, 10),
		machine: await machine(),
		figures: met,
	};
}

/** Puts what was measured into `docs/benchmarks.json` in place of what the same benches said before, and the table beside it. */
export async function publish(benches: Bench[], fresh: Measured[]): Promise<void> {
	await mkdir(FOLDER, { recursive: true });
	const earlier = JSON.parse(await readFile(JSON_FILE, 'utf8').catch(() => '[]')) as Measured[];
	const all = benches.flatMap(
		({ name }) => [...fresh, ...earlier].find(({ bench }) => bench === name) ?? [],
	);
	await writeFile(JSON_FILE, `${JSON.stringify(all, null, '\t')}\n`);
	await writeFile(path.join(FOLDER, 'benchmarks.md'), page(benches, all));
}

/** The figures of a bench as lines for the terminal. */
export function lines({ figures }: Measured): string[] {
	return figures.map(
		(figure) =>
			`  ${mark(figure)} ${figure.what}: ${written(figure.ours, figure.unit)}${figure.peer === undefined ? '' : ` (${figure.peerName ?? 'peer'}: ${written(figure.peer, figure.unit)})`}`,
	);
}

function page(benches: Bench[], all: Measured[]): string {
	const sections = all.map((one) => {
		const bench = benches.find(({ name }) => name === one.bench);
		const remarks = [...new Set(one.figures.flatMap(({ remark }) => remark ?? []))];
		return [
			`## ${bench?.title ?? one.bench}`,
			'',
			bench?.how ?? '',
			'',
			...table(one),
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
		'Measured with `npm run bench`, which writes this page and [the same as JSON](benchmarks.json). All on one machine: n8n, the simulated services, and what drives them.',
		'',
		...sections,
	].join('\n');
}

function table({ figures }: Measured): string[] {
	const rows = figures.map((figure) => [
		figure.what,
		written(figure.ours, figure.unit),
		figure.peer === undefined
			? ''
			: `${written(figure.peer, figure.unit)} (${figure.peerName ?? ''})`,
		figure.target ? writtenTarget(figure.target, figure.unit) : '',
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

async function machine(): Promise<string> {
	const processors = cpus();
	const { dependencies } = JSON.parse(
		await readFile(path.join(HOST_FOLDER, 'package.json'), 'utf8'),
	) as { dependencies: { n8n: string } };
	const gigabytes = Math.round(totalmem() / 2 ** 30);
	return `${processors.length.toString()} cores (${processors[0]?.model.trim() ?? 'unknown'}), ${gigabytes.toString()} GB, Node ${process.versions.node}, n8n ${dependencies.n8n}, SQLite`;
}
