import type { IConnections, INode } from 'n8n-workflow';

const REFERENCES = [
	/\$\(\s*(['"`])(.*?)\1\s*\)/gu,
	/\$node\[\s*(['"`])(.*?)\1\s*\]/gu,
	/\$items\(\s*(['"`])(.*?)\1/gu,
];

/** Finds the expressions anywhere in a node's parameters. */
export function expressionsIn(value: unknown): string[] {
	if (typeof value === 'string') return value.startsWith('=') ? [value] : [];
	return typeof value === 'object' && value !== null
		? Object.values(value).flatMap(expressionsIn)
		: [];
}

/** Finds the names of the nodes that an expression refers to: `$('Name')`, `$node["Name"]`, `$items("Name")`. */
export function nodesReferredTo(expression: string): string[] {
	return REFERENCES.flatMap((reference) =>
		[...expression.matchAll(reference)].map((match) => match[2] ?? ''),
	);
}

/** Finds the names of the settings that an expression reads from the node "Settings". */
export function settingsReferredTo(expression: string): string[] {
	return [
		...expression.matchAll(
			/\$\(\s*['"`]Settings['"`]\s*\)\s*\.(?:item|first\(\))\.json\.([A-Za-z_$][\w$]*)/gu,
		),
	].map((match) => match[1] ?? '');
}

/** Finds the names of all nodes before a node, directly or through other nodes. */
export function nodesBefore(node: INode, connections: IConnections): Set<string> {
	const before = new Set<string>();
	const visit = (name: string): void => {
		for (const { from } of connectionsIn(connections).filter(({ to }) => to === name)) {
			if (before.has(from)) continue;
			before.add(from);
			visit(from);
		}
	};
	visit(node.name);
	return before;
}

/** Lists all connections. */
export function connectionsIn(connections: IConnections): { from: string; to: string }[] {
	return Object.entries(connections).flatMap(([from, kinds]) =>
		Object.values(kinds).flatMap((outputs) =>
			outputs.flatMap((targets) => (targets ?? []).map(({ node }) => ({ from, to: node }))),
		),
	);
}
