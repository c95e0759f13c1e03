import type { INodeProperties, INodePropertyOptions } from 'n8n-workflow';

import type { Operation, Resource } from './operation';
import { NodeConnectionTypes, type NodeConnectionType } from 'n8n-workflow';

/**
 * The node's properties for its resources: the Resource list, an Operation list for each, and every operation's fields,
 * shown only where they belong. The last argument is the resource that is chosen at first.
 */
export function resourceProperties(
	resources: Resource[],
	{ value: firstResource }: Resource,
): INodeProperties[] {
	const resourceList: INodeProperties = {
		displayName: 'Resource',
		name: 'resource',
		type: 'options',
		noDataExpression: true,
		options: resources.map(({ name, value, description }) => ({
			name,
			value,
			...(description === undefined ? {} : { description }),
		})),
		default: firstResource,
	};
	return [resourceList, ...resources.map(operationList), ...resources.flatMap(operationFields)];
}

function operationList({ value, operations, defaultOperation }: Resource): INodeProperties {
	return {
		displayName: 'Operation',
		name: 'operation',
		type: 'options',
		noDataExpression: true,
		displayOptions: { show: { resource: [value] } },
		options: operations.map((operation) => operation.option),
		default: defaultOperation,
	};
}

function operationFields(resource: Resource): INodeProperties[] {
	return resource.operations.flatMap((operation) =>
		operation.fields.map((field) => shownFor(field, resource, operation)),
	);
}

function shownFor(
	field: INodeProperties,
	resource: Resource,
	operation: Operation,
): INodeProperties {
	return {
		...field,
		displayOptions: {
			...field.displayOptions,
			show: {
				resource: [resource.value],
				operation: [String(operation.option.value)],
				...field.displayOptions?.show,
			},
		},
	};
}

/**
 * What the canvas says below a node's name: the chosen operation in words, such as "Add tags to an opportunity".
 * Nothing for an operation that the node has not.
 */
export function operationSubtitle(resources: Resource[]): string {
	const words = Object.fromEntries(
		resources.flatMap(({ value, operations }) =>
			operations.map(({ option }) => [`${value} ${String(option.value)}`, option.action]),
		),
	);
	return `={{ (${JSON.stringify(words)})[$parameter["resource"] + " " + $parameter["operation"]] ?? "" }}`;
}

/** What the canvas says below a trigger's name: what is chosen in one of its fields, by name. */
export function choiceSubtitle(
	field: string,
	options: readonly Pick<INodePropertyOptions, 'name' | 'value'>[],
): string {
	const names = Object.fromEntries(options.map(({ name, value }) => [String(value), name]));
	return `={{ $parameter["${field}"].map((choice) => (${JSON.stringify(names)})[choice] ?? choice).join(", ") }}`;
}

/** One ordinary input or output. Named, because two of n8n's lint rules ask the opposite of a literal. */
export const mainConnection: NodeConnectionType[] = [NodeConnectionTypes.Main];
