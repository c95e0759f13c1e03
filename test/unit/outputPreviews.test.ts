import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

import { resources as harver } from '../../nodes/Harver/actions';
import { resources as lever } from '../../nodes/Lever/actions';
import {
	createOutputPreviews,
	FOLDERS,
	getPreviewFile,
} from '../../scripts/previews/outputPreviews';

const ROOT = path.resolve(__dirname, '../..');

const operations = Object.entries({ lever, harver }).flatMap(([node, resources]) =>
	resources.flatMap(({ value, operations: own }) =>
		own.map(({ option }) =>
			getPreviewFile(node as keyof typeof FOLDERS, value, String(option.value)),
		),
	),
);

const files = Object.values(FOLDERS).flatMap((folder) =>
	readdirSync(path.join(ROOT, folder, '__schema__'), { recursive: true, encoding: 'utf8' })
		.filter((file) => file.endsWith('.json'))
		.map((file) => path.posix.join(folder, '__schema__', file.replaceAll(path.sep, '/'))),
);

it('every operation has an output preview that shows what it returns: "npm run previews" writes them', async () => {
	const previews = await createOutputPreviews();
	expect([...previews.keys()].sort()).toEqual([...operations].sort());
	expect(
		Object.fromEntries(
			files.map((file) => [file, JSON.parse(readFileSync(path.join(ROOT, file), 'utf8'))]),
		),
	).toEqual(Object.fromEntries(previews));
});
