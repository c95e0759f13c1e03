import { mkdir, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';

import { ROOT } from '../../test/host/paths';
import { runCommand } from '../../test/host/runCommand';
import { createOutputPreviews, FOLDERS } from './outputPreviews';

/** Writes the output previews: the fields that the editor offers before a node has run. It shows none for triggers. */
runCommand(async () => {
	const previews = await createOutputPreviews();
	for (const folder of Object.values(FOLDERS))
		await rm(path.join(ROOT, folder, '__schema__'), { recursive: true, force: true });
	for (const [file, preview] of previews) {
		await mkdir(path.dirname(path.join(ROOT, file)), { recursive: true });
		await writeFile(path.join(ROOT, file), `${JSON.stringify(preview, null, '\t')}\n`);
	}
	console.log(`${previews.size.toString()} output previews written.`);
	return 0;
});
