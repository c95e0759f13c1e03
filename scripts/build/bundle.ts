import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';

import { minify } from '@swc/core';
import { build } from 'esbuild';
import ts from 'typescript';

import { ROOT } from '../../test/host/paths';
import { descriptionsOf, sourceOf } from './descriptions';
import { withoutDescriptions } from './withoutDescriptions';

/**
 * Writes the code of all nodes and credentials into one file, because they share most of it and what they remember of an
 * account, and what the editor is told of them beside it, as data. `entries` are the files that n8n loads by name, in `dist`.
 */
export async function bundle(entries: string[], outfile: string): Promise<void> {
	const folder = path.join(ROOT, path.dirname(outfile));
	const { outputFiles, warnings } = await build({
		stdin: {
			contents: entries.map((entry) => `export * from './${sourceOf(entry)}';`).join('\n'),
			resolveDir: ROOT,
			loader: 'ts',
		},
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
	// What is used and not there is no more than a warning to the bundler.
	if (warnings.length > 0) throw new Error(warnings.map(({ text }) => text).join('\n'));
	await mkdir(folder, { recursive: true });
	await writeFile(path.join(ROOT, outfile), await small(outputFiles[0]?.text ?? ''));
	await writeFile(path.join(folder, 'descriptions.json'), JSON.stringify(descriptionsOf(entries)));
}

/** Small, yet fit to be reviewed: each function has a line, and the names of functions and classes stay, so that an error says what it is and where it was. */
async function small(code: string): Promise<string> {
	const keep = { keep_fnames: true, keep_classnames: true };
	const reserved = [...code.matchAll(/\bvar (\w+) = class\b/gu)].map(([, name = '']) => name);
	const { code: smaller } = await minify(code, {
		compress: { ...keep, join_vars: false, passes: 2, toplevel: true },
		mangle: { ...keep, toplevel: true, reserved },
		ecma: 2020,
	});
	const { statements } = ts.createSourceFile('bundle.js', smaller, ts.ScriptTarget.ES2022);
	return statements.map(({ pos, end }) => `${smaller.slice(pos, end)}\n`).join('');
}
