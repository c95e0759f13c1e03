import { readdirSync } from 'node:fs';
import path from 'node:path';

import { read, ROOT } from './documents';

/** What is made on a machine and is no part of the repository. */
const MADE = /^(?:dist|coverage|test\/host\/installed|test\/e2e\/screenshots)$/u;

/** The folders of the repository that hold files, but for hidden ones. */
function folders(within = ''): string[] {
	return readdirSync(path.join(ROOT, within), { withFileTypes: true })
		.filter(
			(entry) =>
				entry.isDirectory() && entry.name !== 'node_modules' && !entry.name.startsWith('.'),
		)
		.map(({ name }) => path.posix.join(within, name))
		.filter((folder) => !MADE.test(folder))
		.flatMap((folder) => [...(holdsFiles(folder) ? [folder] : []), ...folders(folder)]);
}

function holdsFiles(folder: string): boolean {
	return readdirSync(path.join(ROOT, folder), { withFileTypes: true }).some((entry) =>
		entry.isFile(),
	);
}

/** The folders that the tables name, in the first cell of a row; `<resource>` stands for any name. */
const rows = read('docs/architecture.md')
	.split('\n')
	.map((line) => /^\| (?<cell>`[^|]+\/`) \|/u.exec(line)?.groups?.cell ?? '')
	.flatMap((cell) =>
		[...cell.matchAll(/`(?<folder>[^`]+)\/`/gu)].map(({ groups }) => groups?.folder ?? ''),
	);

const patternOf = (row: string): string => row.replaceAll(/<\w+>/gu, '[^/]+');
const isListed = (folder: string): boolean =>
	rows.some((row) => new RegExp(`^${patternOf(row)}$`, 'u').test(folder));
/** A row without rows below it speaks for all that is within its folder. */
const leaves = rows.filter((row) => !rows.some((other) => other.startsWith(`${row}/`)));
const isWithinLeaf = (folder: string): boolean =>
	leaves.some((leaf) => new RegExp(`^${patternOf(leaf)}/`, 'u').test(folder));

describe('docs/architecture.md', () => {
	const tree = folders();

	it('says what belongs into every folder', () => {
		expect(tree.length).toBeGreaterThan(50);
		expect(tree.filter((folder) => !isListed(folder) && !isWithinLeaf(folder))).toEqual([]);
	});

	it('names no folder that is not there, and none twice', () => {
		expect(
			rows.filter(
				(row) => !tree.some((folder) => new RegExp(`^${patternOf(row)}(?:/|$)`, 'u').test(folder)),
			),
		).toEqual([]);
		expect(rows.filter((row, index) => rows.indexOf(row) !== index)).toEqual([]);
	});
});
