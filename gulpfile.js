const { rm } = require('node:fs/promises');

const { dest, src } = require('gulp');

/** Removes the last build, so that a deleted file is not published. */
exports.clean = async function clean() {
	await rm('dist', { recursive: true, force: true });
};

/** Copies what n8n loads beside the code: icons, codex files and output previews. */
exports.assets = function assets() {
	return src(['nodes/**/*.{svg,json}', 'credentials/**/*.svg'], {
		base: '.',
		encoding: false,
	}).pipe(dest('dist'));
};
