import type { IConnections, INode, IWorkflowBase } from 'n8n-workflow';

import {
	ALL_WRITTEN,
	ASK,
	COLUMN,
	FREE,
	GO_ON,
	HAND_ON,
	LOOK,
	OURS,
	TURN_WIDTH,
	turnNodes,
	uuid,
	WAIT,
} from './turnNodes';

/** A workflow as `workflows/` ships it. */
export type ShippedFlow = Pick<IWorkflowBase, 'id' | 'name' | 'nodes' | 'connections'>;

const SETTINGS = 'Settings';
const MOST_INPUTS_OF_MERGE = 10;

/**
 * The queue-mode variant of a flow: the same nodes, and between its settings and its first step the turn of the candidate,
 * handed on when every branch has ended. Throws when the flow is not of the shape "trigger, Settings, steps".
 */
export function inTurn<T extends ShippedFlow>(flow: T): T {
	const id = flow.id.replace(/Flow(?=\d+$)/u, 'Queue');
	const settings = flow.nodes.find(({ name }) => name === SETTINGS);
	const [first, ...others] = targets(flow.connections, SETTINGS).flat();
	if (!settings || first === undefined || others.length > 0)
		throw new Error(`"${flow.name}" has no node "${SETTINGS}" with one step after it.`);

	const ends = endsOf(flow, first);
	if (ends.length < 2 || ends.length > MOST_INPUTS_OF_MERGE)
		throw new Error(`"${flow.name}" ends in ${ends.length.toString()} places.`);
	const moved = flow.nodes.map((node) => movedRight(node, settings));
	const start: [number, number] = [settings.position[0] + COLUMN, settings.position[1]];
	const end: [number, number] = [
		Math.max(...moved.map(({ position }) => position[0])) + COLUMN,
		settings.position[1],
	];
	return {
		...flow,
		id,
		name: `${flow.name} (Queue Mode)`,
		nodes: [
			...moved.map((node) => ownWebhook(node, id)),
			...turnNodes(id, SETTINGS, ends.length, start, end),
		],
		connections: { ...connected(flow.connections, ends), ...turnConnections(first) },
	};
}

interface End {
	node: string;
	output: number;
}

/** The outputs that lead nowhere, of all that comes after a node. */
function endsOf({ nodes, connections }: ShippedFlow, first: string): End[] {
	const reached = new Set([first]);
	for (const name of reached)
		for (const target of targets(connections, name).flat()) reached.add(target);
	return nodes
		.filter(({ name }) => reached.has(name))
		.flatMap((node) =>
			Array.from({ length: outputsOf(node) }, (_, output) => ({ node: node.name, output })),
		)
		.filter(({ node, output }) => (targets(connections, node)[output] ?? []).length === 0);
}

function outputsOf({ type, parameters, onError }: INode): number {
	const branches =
		type === 'n8n-nodes-base.if' || (type.endsWith('.harver') && parameters.operation === 'invite');
	return (branches ? 2 : 1) + (onError === 'continueErrorOutput' ? 1 : 0);
}

function targets(connections: IConnections, name: string): string[][] {
	return (connections[name]?.main ?? []).map((output) => (output ?? []).map(({ node }) => node));
}

function movedRight(node: INode, { position: [x] }: INode): INode {
	return node.position[0] < x + COLUMN / 2
		? node
		: { ...node, position: [node.position[0] + TURN_WIDTH, node.position[1]] };
}

/** Both variants may be in one n8n: each needs a URL of its own. */
function ownWebhook(node: INode, flow: string): INode {
	return node.webhookId === undefined
		? node
		: { ...node, webhookId: uuid(flow, `${node.name}/webhook`) };
}

/** The flow's own connections, and one from each end to an input of the merge. */
function connected(connections: IConnections, ends: End[]): IConnections {
	const copy = { ...connections };
	for (const [input, { node, output }] of ends.entries()) {
		const outputs = [...(copy[node]?.main ?? [])];
		while (outputs.length <= output) outputs.push([]);
		outputs[output] = [{ node: ALL_WRITTEN, type: 'main', index: input }];
		copy[node] = { ...copy[node], main: outputs };
	}
	return copy;
}

function turnConnections(first: string): IConnections {
	const lines: Record<string, string[]> = {
		[SETTINGS]: [ASK],
		[ASK]: [OURS],
		[OURS]: [GO_ON, WAIT],
		[WAIT]: [LOOK],
		[LOOK]: [FREE],
		[FREE]: [ASK, WAIT],
		[GO_ON]: [first],
		[ALL_WRITTEN]: [HAND_ON],
	};
	return Object.fromEntries(
		Object.entries(lines).map(([from, outputs]) => [
			from,
			{ main: outputs.map((node) => [{ node, type: 'main', index: 0 }]) },
		]),
	);
}
