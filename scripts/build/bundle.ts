import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';

import { minify } from '@swc/core';
import { build } from 'esbuild';

import { ROOT } from '../../test/host/paths';
import { classOf, descriptionsOf, sourceOf } from './descriptions';
import { withoutDescriptions } from './withoutDescriptions';

/**
 * Writes the code of all nodes and credentials into one file, because they share most of it and what they remember of an
 * account, and what the editor is told of them beside it, as data. `entries` are the files that n8n loads by name, in `dist`.
 */
export async function bundle(entries: string[], outfile: string): Promise<void> {
	const folder = path.join(ROOT, path.dirname(outfile));
	const { outputFiles } = await build({
		stdin: { contents: entries.map((entry) => `export * from './${sourceOf(entry)}';`).join('\n'), resolveDir: ROOT, loader: 'ts' },
		outfile,
		absWorkingDir: ROOT,
		bundle: true,
		write: false,
		packages: 'external',
		platform: 'node',
		format: 'cjs',
		target: 'es2022',
		charset: 'utf8',
		plugins: [withoutDescriptions],
	});
	await mkdir(folder, { recursive: true });
	await writeFile(path.join(ROOT, outfile), await small(outputFiles[0]?.text ?? '', entries.map(classOf)));
	await writeFile(path.join(folder, 'descriptions.json'), JSON.stringify(descriptionsOf(entries)));
}

/** Small, yet fit to be reviewed: the names of functions and classes stay, so that an error's stack says where it was. */
async function small(code: string, classes: string[]): Promise<string> {
	const keep = { keep_fnames: true, keep_classnames: true };
	const { code: smaller } = await minify(code, {
		compress: { ...keep, passes: 2, toplevel: true },
		mangle: { ...keep, toplevel: true, reserved: classes },
		ecma: 2020,
		format: { max_line_len: 160 },
	});
	return smaller;
}
