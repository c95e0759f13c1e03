import { mkdir, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';

import { outputPreviews } from './previews/outputPreviews';

const ROOT = path.resolve(__dirname, '..');

/** Writes the output previews anew: what the editor offers to drag before a node has run. Of triggers it shows none (n8n 2.41). */
async function main(): Promise<void> {
	const previews = await outputPreviews();
	for (const node of ['Lever', 'Harver'])
		await rm(path.join(ROOT, 'nodes', node, '__schema__'), { recursive: true, force: true });
	for (const [file, preview] of previews) {
		await mkdir(path.dirname(path.join(ROOT, file)), { recursive: true });
		await writeFile(path.join(ROOT, file), `${JSON.stringify(preview, null, '\t')}\n`);
	}
	console.log(`${previews.size.toString()} output previews written.`);
}

main().then(
	() => process.exit(0),
	(error: unknown) => {
		console.error(error);
		process.exit(1);
	},
);
