import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';

import execa from 'execa';

import { packPackage } from '../test/host/packPackage';
import { ROOT } from '../test/host/paths';

const RULES = path.join(__dirname, 'scanner.config.mjs');

/** Whether n8n's scanner would find nothing in some files of a folder, not even something to warn of. Prints what it finds. */
async function isClean(folder: string, patterns: string[]): Promise<boolean> {
	const { exitCode } = await execa(
		'eslint',
		['--config', RULES, '--no-inline-config', '--max-warnings', '0', ...patterns],
		{ cwd: folder, stdio: 'inherit', reject: false },
	);
	return exitCode === 0;
}

/** Looks at what n8n's scanner looks at: the sources that the package is made from, and the package as it would be published. */
async function main(): Promise<number> {
	const folder = await mkdtemp(path.join(tmpdir(), 'lever-harver-scan-'));
	try {
		await execa('tar', ['-xzf', await packPackage(), '-C', folder, '--strip-components=1'], {
			stdin: 'ignore',
		});
		const sources = await isClean(ROOT, ['package.json', '{nodes,credentials}/**/*.{js,ts,json}']);
		const published = await isClean(folder, ['**/*.js', '**/*.json']);
		console.log(
			sources && published
				? "n8n's scanner would find nothing."
				: "n8n's scanner would refuse this package.",
		);
		return sources && published ? 0 : 1;
	} finally {
		await rm(folder, { recursive: true, force: true });
	}
}

void main().then((exitCode) => process.exit(exitCode));
