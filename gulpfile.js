const { mkdir, rm, writeFile } = require('node:fs/promises');
const path = require('node:path');

const { dest, parallel, series, src } = require('gulp');

require('tsx/cjs');
const { n8n } = require('./package.json');
const { bundle } = require('./scripts/build/bundle.ts');
const { classOf } = require('./scripts/build/descriptions.ts');

const ENTRIES = [...n8n.credentials, ...n8n.nodes];
const BUNDLE = 'dist/lever-harver.js';

/** Takes away what an earlier build has left: what was deleted must not be published. */
async function clean() {
	await rm('dist', { recursive: true, force: true });
}

/** Writes the files that n8n loads by name: each hands out one class of the bundle. */
async function entries() {
	for (const entry of ENTRIES) {
		const name = classOf(entry);
		await mkdir(path.dirname(entry), { recursive: true });
		await writeFile(
			entry,
			`exports.${name} = require('${path.posix.relative(path.posix.dirname(entry), BUNDLE)}').${name};\n`,
		);
	}
}

/** Copies what stands beside the nodes and credentials: icons, codex JSON, output previews. */
function files() {
	return src(['nodes/**/*.{svg,json}', 'credentials/**/*.svg'], {
		base: '.',
		encoding: false,
	}).pipe(dest('dist'));
}

/** The code, and beside it what the editor is told. */
async function code() {
	await bundle(ENTRIES, BUNDLE);
}

exports.build = series(clean, parallel(code, entries, files));
