const { mkdir, rm, writeFile } = require('node:fs/promises');
const path = require('node:path');

const { build } = require('esbuild');
const { dest, parallel, series, src } = require('gulp');

const { n8n } = require('./package.json');

const ENTRIES = [...n8n.credentials, ...n8n.nodes];
const BUNDLE = 'dist/lever-harver.js';

/** Takes away what an earlier build has left: what was deleted must not be published. */
async function clean() {
	await rm('dist', { recursive: true, force: true });
}

/** Puts the code of all nodes and credentials into one file: they share most of it, and what they remember of an account. */
async function bundle() {
	await build({
		stdin: { contents: ENTRIES.map((entry) => `export * from './${path.posix.relative('dist', entry).replace(/\.js$/u, '')}';`).join('\n'), resolveDir: __dirname },
		outfile: BUNDLE,
		bundle: true,
		packages: 'external',
		platform: 'node',
		format: 'cjs',
		target: 'es2022',
		charset: 'utf8',
		// Small, yet fit to be reviewed: every name stays, so that the code can be read and an error's stack says where it was.
		minifySyntax: true,
		minifyWhitespace: true,
		minifyIdentifiers: false,
		lineLimit: 160,
	});
}

/** Writes the files that n8n loads by name: each hands out one class of the bundle. */
async function entries() {
	for (const entry of ENTRIES) {
		const [name] = path.posix.basename(entry).split('.');
		await mkdir(path.dirname(entry), { recursive: true });
		await writeFile(entry, `exports.${name} = require('${path.posix.relative(path.posix.dirname(entry), BUNDLE)}').${name};\n`);
	}
}

/** Copies what stands beside the nodes and credentials: icons, codex JSON, output previews. */
function files() {
	return src(['nodes/**/*.{svg,json}', 'credentials/**/*.svg'], { base: '.', encoding: false }).pipe(dest('dist'));
}

exports.build = series(clean, parallel(bundle, entries, files));
