import type { INodeParameters } from 'n8n-workflow';

import type { WorkflowJson } from '../harness';
import { HarnessNodeTypes } from '../harness/nodeTypes';

/** A node of a test's workflow; n8n's own nodes by their bare type, in their newest version. */
export interface Link {
	name: string;
	type: string;
	typeVersion?: number;
	parameters?: INodeParameters;
	credentials?: Record<string, { id: string; name: string }>;
	retryOnFail?: boolean;
	waitBetweenTries?: number;
	onError?: 'continueRegularOutput' | 'continueErrorOutput';
}

const nodeTypes = new HarnessNodeTypes();

/** Builds a workflow of nodes that follow each other by their first outputs. `branches` adds connections: from, output, to. */
export function chain(
	links: Link[],
	branches: [from: string, output: number, to: string][] = [],
): WorkflowJson {
	const connections: Record<string, { main: { node: string; type: 'main'; index: number }[][] }> =
		{};
	const connect = (from: string, output: number, to: string): void => {
		const outputs = (connections[from] ??= { main: [] }).main;
		while (outputs.length <= output) outputs.push([]);
		outputs[output]?.push({ node: to, type: 'main', index: 0 });
	};
	const onBranch = new Set(branches.map(([, , to]) => to));
	links.slice(1).forEach(({ name }, index) => {
		if (!onBranch.has(name)) connect(links[index]?.name ?? '', 0, name);
	});
	for (const [from, output, to] of branches) connect(from, output, to);
	const nodes = links.map((link, index) => {
		const type = link.type.includes('.') ? link.type : `n8n-nodes-base.${link.type}`;
		return {
			parameters: {},
			...link,
			id: link.name,
			type,
			typeVersion: link.typeVersion ?? newest(type),
			position: [index * 200, 0] as [number, number],
		};
	});
	return { nodes, connections, settings: { executionOrder: 'v1' } };
}

function newest(type: string): number {
	if (!type.startsWith('n8n-nodes-base.')) return 1;
	const { defaultVersion, version } = nodeTypes.getByNameAndVersion(type).description;
	return defaultVersion ?? [version].flat().at(-1) ?? 1;
}
