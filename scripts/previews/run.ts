import type { IDataObject, INodeExecutionData, INodeParameters } from 'n8n-workflow';

import { runNode } from '../../test/unit/runNode';
import {
	DEMO_API_KEY,
	DEMO_USER,
	HARVER_ACCOUNT,
	HARVER_CLIENT,
	type Sandbox,
} from '../../test/sandbox';

/** Runs one operation against the sandbox, as a node in n8n's engine, and keeps its output for the preview. */
export type Run = (
	resource: string,
	operation: string,
	parameters?: INodeParameters,
	items?: INodeExecutionData[],
) => Promise<IDataObject[]>;

/** The output of each operation, by `<resource>/<operation>`. */
export type Outputs = Map<string, IDataObject[]>;

/** Creates a runner for one node. It throws what the node throws. */
export function createRunner(node: 'lever' | 'harver', { url }: Sandbox, outputs: Outputs): Run {
	const credentials = {
		leverApi: {
			apiKey: DEMO_API_KEY,
			environment: 'custom',
			baseUrl: `${url}/v1`,
			performAs: DEMO_USER,
			requestsPerSecond: 100,
		},
		harverApi: {
			...HARVER_CLIENT,
			environment: 'custom',
			baseUrl: url,
			accountId: HARVER_ACCOUNT,
			requestsPerMinute: 10_000,
		},
	};
	return async (resource, operation, parameters = {}, items = [{ json: {} }]) => {
		const { outputs: branches, error } = await runNode({
			node,
			parameters: { resource, operation, ...parameters },
			items,
			credentials,
		});
		if (error) throw error;
		const json = branches.flat().map((item) => item.json);
		const name = `${resource}/${operation}`;
		outputs.set(name, [...(outputs.get(name) ?? []), ...json]);
		return json;
	};
}

/** An ID as the editor's pickers store it. */
export function byId(value: unknown): INodeParameters {
	return { __rl: true, mode: 'id', value: requireText(value) };
}

/** A text that an earlier operation returned. Throws when it returned none. */
export function requireText(value: unknown): string {
	if (typeof value !== 'string' || value === '')
		throw new Error('An operation returned less than the next one needs.');
	return value;
}
