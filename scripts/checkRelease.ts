import { readFileSync } from 'node:fs';
import path from 'node:path';

import { Command } from 'commander';
import execa from 'execa';

import { ROOT } from '../test/host/paths';
import { runCommand } from '../test/host/runCommand';

/** Where the owner is named, by e-mail address or repository; docs/releasing.md lists them too. */
const OWNED = ['package.json', '*.md', 'credentials/*.ts', 'nodes/*.node.json', '.github/*.yml'];

const read = (file: string): string => readFileSync(path.join(ROOT, file), 'utf8');
const findAll = (text: string, pattern: RegExp): string[] => [
	...new Set([...text.matchAll(pattern)].map(([whole, group]) => group ?? whole)),
];

/** Prints why a release must not be published: a tag without its version, or an owner who is not the one that publishes. */
runCommand(async () => {
	const [tag = '', repository = ''] = new Command()
		.argument('<tag>', 'the tag of the release, such as v0.1.0')
		.argument('<repository>', 'the repository on GitHub that publishes, such as owner/name')
		.parse().args;
	const { version } = JSON.parse(read('package.json')) as { version: string };
	const obstacles: string[] = [];
	if (tag.replace(/^v/u, '') !== version)
		obstacles.push(`The tag is ${tag}, but package.json says version ${version}.`);
	if (!findAll(read('CHANGELOG.md'), /^## (\S+)/gmu).includes(version))
		obstacles.push(`CHANGELOG.md has no heading "## ${version}".`);
	const { stdout } = await execa('git', ['ls-files', '--', ...OWNED, ':!docs', ':!test'], {
		cwd: ROOT,
		stdin: 'ignore',
	});
	for (const file of stdout.split('\n')) {
		// Nobody can own an address that ends in ".example".
		for (const address of findAll(read(file), /[\w.@-]+\.example\b/gu))
			obstacles.push(`${file} still has the placeholder ${address}.`);
		for (const other of findAll(read(file), /github\.com\/([\w-]+\/n8n-nodes-lever-harver)/gu))
			if (other !== repository)
				obstacles.push(`${file} names the repository ${other}, but ${repository} publishes.`);
	}
	console.log(
		obstacles.length === 0
			? `Version ${version} can be published.`
			: `This must not be published yet:\n- ${obstacles.join('\n- ')}`,
	);
	return obstacles.length === 0 ? 0 : 1;
});
