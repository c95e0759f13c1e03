import type { INode } from 'n8n-workflow';

/** The space that a node takes on the canvas, including its name below. */
const NODE = { width: 100, height: 130 };
const STICKY_NOTE = 'n8n-nodes-base.stickyNote';

interface Rectangle {
	left: number;
	top: number;
	right: number;
	bottom: number;
}

export function isSticky({ type }: INode): boolean {
	return type === STICKY_NOTE;
}

/** Finds pairs of nodes that overlap. A sticky note may contain nodes, but only whole ones. */
export function overlaps(nodes: INode[]): string[] {
	return nodes.flatMap((one, index) =>
		nodes
			.slice(index + 1)
			.filter((other) =>
				isSticky(one) === isSticky(other)
					? touch(one, other)
					: touch(one, other) && !holds(one, other) && !holds(other, one),
			)
			.map((other) => `"${one.name}" and "${other.name}"`),
	);
}

function touch(one: INode, other: INode): boolean {
	const [a, b] = [rectangleOf(one), rectangleOf(other)];
	return a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;
}

function holds(sticky: INode, node: INode): boolean {
	const [a, b] = [rectangleOf(sticky), rectangleOf(node)];
	return (
		isSticky(sticky) &&
		a.left <= b.left &&
		a.top <= b.top &&
		a.right >= b.right &&
		a.bottom >= b.bottom
	);
}

function rectangleOf(node: INode): Rectangle {
	const [left, top] = node.position;
	const { width, height } = isSticky(node)
		? { width: Number(node.parameters.width), height: Number(node.parameters.height) }
		: NODE;
	return { left, top, right: left + width, bottom: top + height };
}
