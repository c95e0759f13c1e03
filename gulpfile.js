const { rm } = require('node:fs/promises');

const { src, dest } = require('gulp');

/** Takes away what an earlier build has left: what was deleted must not be published. */
async function clean() {
	await rm('dist', { recursive: true, force: true });
}

/** Copies what tsc leaves behind (icons, codex JSON, output previews) beside the compiled nodes and credentials. */
function buildFiles() {
	return src(['nodes/**/*.{svg,json}', 'credentials/**/*.svg'], { base: '.', encoding: false }).pipe(dest('dist'));
}

exports.clean = clean;
exports['build:files'] = buildFiles;
