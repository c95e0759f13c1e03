import { startSandbox } from '../../test/sandbox';
import { runHarverOperations } from './harverRuns';
import { runLeverOperations } from './leverRuns';
import { createRunner, type Outputs } from './run';

export const FOLDERS = { lever: 'nodes/Lever', harver: 'nodes/Harver' };

/** What a field can hold, in the form of n8n's output previews: types and nesting, never values. */
interface Schema {
	type: string;
	properties?: Record<string, Schema>;
	items?: Schema;
}

/** The path in the repository at which n8n looks for the preview of an operation of version 1 of a node. */
export function getPreviewFile(
	node: keyof typeof FOLDERS,
	resource: string,
	operation: string,
): string {
	return `${FOLDERS[node]}/__schema__/v1.0.0/${resource}/${operation}.json`;
}

/** Runs every operation of both nodes against a new sandbox, and returns the preview of each by its file. */
export async function createOutputPreviews(): Promise<Map<string, Schema & { version: number }>> {
	const sandbox = await startSandbox({ leverBurst: 10_000, harverRequestsPerMinute: 10_000 });
	try {
		const outputs: Record<keyof typeof FOLDERS, Outputs> = { lever: new Map(), harver: new Map() };
		await runLeverOperations(createRunner('lever', sandbox, outputs.lever), sandbox);
		await runHarverOperations(createRunner('harver', sandbox, outputs.harver), sandbox);
		return new Map(
			(['lever', 'harver'] as const).flatMap((node) =>
				[...outputs[node]].map(([name, items]) => {
					const [resource = '', operation = ''] = name.split('/');
					return [
						getPreviewFile(node, resource, operation),
						{ ...createSchema(items), version: 1 },
					] as const;
				}),
			),
		);
	} finally {
		await sandbox.close();
	}
}

/** The shape of all values together: a field that only some have is there too. */
function createSchema(values: unknown[]): Schema {
	const known = values.filter((value) => value !== null && value !== undefined);
	const type = getType(known[0]);
	const alike = known.filter((value) => getType(value) === type);
	if (type === 'array') {
		const entries = alike.flatMap((value) => value as unknown[]);
		return entries.length === 0 ? { type } : { type, items: createSchema(entries) };
	}
	if (type === 'object') {
		const records = alike as Record<string, unknown>[];
		const names = new Set(records.flatMap((record) => Object.keys(record)));
		const properties = [...names].map(
			(name) => [name, createSchema(records.map((record) => record[name]))] as const,
		);
		return { type, properties: Object.fromEntries(properties) };
	}
	return { type: type === 'integer' && !alike.every(Number.isInteger) ? 'number' : type };
}

function getType(value: unknown): string {
	if (value === null || value === undefined) return 'null';
	if (Array.isArray(value)) return 'array';
	return typeof value === 'number' ? 'integer' : typeof value;
}
