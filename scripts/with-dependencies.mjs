// Installs what is missing, then runs a TypeScript file of this repository on Node 24. Needs only Node 20 and npm.
// Without a file it only installs; an npm script continues with "&& eslint", as npm adds node_modules/.bin to the PATH.
import { spawn, spawnSync } from 'node:child_process';
import { existsSync, lstatSync, readFileSync, writeFileSync } from 'node:fs';
import { createHash } from 'node:crypto';
import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

const root = path.dirname(path.dirname(fileURLToPath(import.meta.url)));
const binaries = path.join(root, 'node_modules', '.bin');
const stamp = path.join(root, 'node_modules', '.installed-from');
const lock = createHash('sha256')
	.update(readFileSync(path.join(root, 'package-lock.json')))
	.digest('hex');

function npm(...parameters) {
	const { status } = spawnSync('npm', parameters, {
		cwd: root,
		stdio: 'inherit',
		shell: process.platform === 'win32',
	});
	if (status === 0) return;
	console.error(
		`\n"npm ${parameters.join(' ')}" failed. Check the network and the messages above, then try again.`,
	);
	process.exit(status ?? 1);
}

function run(file, parameters) {
	const node = path.join(binaries, process.platform === 'win32' ? 'node.exe' : 'node');
	const loader = pathToFileURL(path.join(root, 'node_modules/tsx/dist/loader.mjs')).href;
	const child = spawn(node, ['--import', loader, path.join(root, file), ...parameters], {
		cwd: root,
		stdio: 'inherit',
		env: { ...process.env, PATH: `${binaries}${path.delimiter}${process.env.PATH}` },
	});
	// The terminal sends Ctrl-C to the child too; the child exits when everything is stopped.
	process.on('SIGINT', () => undefined);
	process.on('SIGTERM', () => child.kill('SIGTERM'));
	child.on('exit', (code, signal) => process.exit(signal ? 1 : (code ?? 1)));
}

if (!existsSync(stamp) || readFileSync(stamp, 'utf8') !== lock) {
	// "npm ci" would delete the dependencies of the clone that the link points to.
	if (lstatSync(path.join(root, 'node_modules'), { throwIfNoEntry: false })?.isSymbolicLink()) {
		console.error(
			'node_modules is a link to the dependencies of another clone, which do not match package-lock.json. Remove the link and try again.',
		);
		process.exit(1);
	}
	console.log('Installing the dependencies (a few minutes)…');
	npm('ci');
	// .npmrc turns install scripts off; the package that contains Node 24 needs its own.
	npm('rebuild', 'node', '--ignore-scripts=false');
	writeFileSync(stamp, lock);
}

const [file, ...parameters] = process.argv.slice(2);
if (file !== undefined) run(file, parameters);
