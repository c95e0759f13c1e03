import type {
	INode,
	INodeParameters,
	INodeProperties,
	INodePropertyCollection,
	INodeTypeDescription,
} from 'n8n-workflow';
import { NodeHelpers } from 'n8n-workflow';

const LOCATOR_KEYS = ['__rl', '__regex', 'mode', 'value', 'cachedResultName', 'cachedResultUrl'];

/**
 * Returns a sentence for each parameter that does not fit the node's description: names that it does not show for its
 * resource and operation, unknown names inside of them, and values that are not among the options of a list.
 */
export function problemsWithNode(node: INode, description: INodeTypeDescription): string[] {
	const all =
		NodeHelpers.getNodeParameters(
			description.properties,
			node.parameters,
			true,
			false,
			node,
			description,
		) ?? node.parameters;
	const shown = description.properties.filter((property) =>
		NodeHelpers.displayParameter(all, property, node, description),
	);
	return problemsWithParameters(node.parameters, shown);
}

/** Does the same for parameters and the properties that are shown for them. */
export function problemsWithParameters(
	parameters: INodeParameters,
	properties: INodeProperties[],
	at = '',
): string[] {
	return Object.entries(parameters).flatMap(([name, value]) => {
		const known = properties.filter((property) => property.name === name);
		if (known.length === 0) return [`knows no "${at}${name}"`];
		return [
			...problemsWithOption(known, value, `${at}${name}`),
			...known.slice(0, 1).flatMap((property) => problemsInside(property, value, `${at}${name}`)),
		];
	});
}

function problemsInside(property: INodeProperties, value: unknown, at: string): string[] {
	if (typeof value !== 'object' || value === null) return [];
	const inside = value as INodeParameters;
	const options = property.options ?? [];
	switch (property.type) {
		case 'collection':
			return problemsWithParameters(inside, options as INodeProperties[], `${at}.`);
		case 'fixedCollection':
			return Object.entries(inside).flatMap(([group, rows]) => {
				const known = (options as INodePropertyCollection[]).find(({ name }) => name === group);
				if (!known) return [`knows no "${at}.${group}"`];
				return (Array.isArray(rows) ? rows : [rows]).flatMap((row) =>
					problemsWithParameters(row as INodeParameters, known.values, `${at}.${group}.`),
				);
			});
		case 'resourceLocator':
			return [
				...Object.keys(inside)
					.filter((key) => !LOCATOR_KEYS.includes(key))
					.map((key) => `knows no "${at}.${key}"`),
				...(property.modes?.some(({ name }) => name === inside.mode) === true
					? []
					: [`has no mode "${inside.mode as string}" for "${at}"`]),
			];
		default:
			return [];
	}
}

function problemsWithOption(known: INodeProperties[], value: unknown, at: string): string[] {
	const lists = known.filter(
		({ type, typeOptions }) =>
			['options', 'multiOptions'].includes(type) && typeOptions?.loadOptionsMethod === undefined,
	);
	if (lists.length < known.length) return [];
	const allowed = lists.flatMap(({ options }) =>
		(options ?? []).map((option) => ('value' in option ? option.value : undefined)),
	);
	return (Array.isArray(value) ? value : [value])
		.filter(
			(chosen) =>
				!(typeof chosen === 'string' && chosen.startsWith('=')) &&
				!allowed.includes(chosen as string),
		)
		.map((chosen) => `has no option "${String(chosen)}" for "${at}"`);
}
