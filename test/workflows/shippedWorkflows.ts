import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

import type { WorkflowJson } from '../harness';

const FOLDER = path.resolve(__dirname, '../../workflows');

/** A shipped workflow by the name of its file, as a user imports it. */
export function readShippedWorkflow(file: string): WorkflowJson {
	return JSON.parse(readFileSync(path.join(FOLDER, file), 'utf8')) as WorkflowJson;
}

/** The files of all shipped workflows, in the order in which a user meets them. */
export function listShippedFiles(): string[] {
	return readdirSync(FOLDER)
		.filter((file) => file.endsWith('.json'))
		.sort();
}
