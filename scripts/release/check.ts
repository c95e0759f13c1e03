import { readFileSync } from 'node:fs';
import path from 'node:path';

import { Command } from 'commander';
import execa from 'execa';

import { ROOT } from '../../test/host/paths';
import { obstacles } from './obstacles';

/** Where the owner is named, by e-mail address or repository; docs/releasing.md lists them too. */
const OWNED = ['package.json', '*.md', 'credentials/*.ts', 'nodes/*.node.json', '.github/*.yml'];

const read = (file: string): string => readFileSync(path.join(ROOT, file), 'utf8');

/** Says what stands in the way of a release. Gives the exit code. */
async function main(): Promise<number> {
	const [tag = '', repository = ''] = new Command()
		.argument('<tag>', 'the tag of the release, such as v0.1.0')
		.argument('<repository>', 'the repository on GitHub that publishes, such as owner/name')
		.parse().args;
	const { stdout } = await execa('git', ['ls-files', '--', ...OWNED, ':!docs', ':!test'], {
		cwd: ROOT,
		stdin: 'ignore',
	});
	const files = Object.fromEntries(stdout.split('\n').map((file) => [file, read(file)]));
	const { version } = JSON.parse(read('package.json')) as { version: string };
	const found = obstacles({ tag, repository, version, changelog: read('CHANGELOG.md'), files });
	console.log(
		found.length === 0
			? `Version ${version} can be published.`
			: `This must not be published yet:\n- ${found.join('\n- ')}`,
	);
	return found.length === 0 ? 0 : 1;
}

void main().then((exitCode) => process.exit(exitCode));
