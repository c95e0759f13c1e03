const { src, dest } = require('gulp');

/** Copies what tsc leaves behind (icons, codex JSON, output previews) beside the compiled nodes and credentials. */
function buildFiles() {
	return src(['nodes/**/*.{svg,json}', 'credentials/**/*.svg'], { base: '.', encoding: false }).pipe(dest('dist'));
}

exports['build:files'] = buildFiles;
