import { startSandbox } from '../../test/sandbox';
import { runHarverOperations } from './harverRuns';
import { runLeverOperations } from './leverRuns';
import { runnerOf, type Outputs } from './run';
import { schemaOf, type Schema } from './schemaOf';

const FOLDERS = { lever: 'nodes/Lever', harver: 'nodes/Harver' };

/** What n8n's editor shows of an operation's output before it has run: the file beside the node, and its schema. */
export type OutputPreview = Schema & { version: number };

/** The path within the repository in which n8n looks for the preview of an operation of version 1 of a node. */
export function previewFile(
	node: keyof typeof FOLDERS,
	resource: string,
	operation: string,
): string {
	return `${FOLDERS[node]}/__schema__/v1.0.0/${resource}/${operation}.json`;
}

/** Runs every operation of both nodes against a sandbox of its own, and gives the preview of each by its file. */
export async function outputPreviews(): Promise<Map<string, OutputPreview>> {
	const sandbox = await startSandbox({ leverBurst: 10_000, harverRequestsPerMinute: 10_000 });
	try {
		const outputs: Record<keyof typeof FOLDERS, Outputs> = { lever: new Map(), harver: new Map() };
		await runLeverOperations(runnerOf('lever', sandbox, outputs.lever), sandbox);
		await runHarverOperations(runnerOf('harver', sandbox, outputs.harver), sandbox);
		return new Map([...filesOf('lever', outputs.lever), ...filesOf('harver', outputs.harver)]);
	} finally {
		await sandbox.close();
	}
}

function filesOf(node: keyof typeof FOLDERS, outputs: Outputs): [string, OutputPreview][] {
	return [...outputs].map(([name, items]) => {
		const [resource = '', operation = ''] = name.split('/');
		return [previewFile(node, resource, operation), { ...schemaOf(items), version: 1 }];
	});
}
