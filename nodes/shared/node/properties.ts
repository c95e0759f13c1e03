import type { INodeProperties, INodePropertyOptions } from 'n8n-workflow';

import type { Operation, Resource } from './operation';
import { NodeConnectionTypes, type NodeConnectionType } from 'n8n-workflow';

/**
 * Builds the properties of a node from its resources: the Resource list, an Operation list for each, and the fields of every
 * operation, shown for that operation only.
 */
export function buildResourceProperties(
	resources: Resource[],
	{ value: defaultResource }: Resource,
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
		default: defaultResource,
	};
	return [
		resourceList,
		...resources.map(buildOperationList),
		...resources.flatMap(buildOperationFields),
	];
}

function buildOperationList({ value, operations, defaultOperation }: Resource): INodeProperties {
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

function buildOperationFields(resource: Resource): INodeProperties[] {
	return resource.operations.flatMap((operation) =>
		operation.fields.map((field) => showFor(field, resource, operation)),
	);
}

function showFor(
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
 * Builds the subtitle on the canvas from the chosen operation: "Add tags to an opportunity". Empty for an operation that the
 * node does not have.
 */
export function buildOperationSubtitle(resources: Resource[]): string {
	const words = Object.fromEntries(
		resources.flatMap(({ value, operations }) =>
			operations.map(({ option }) => [`${value} ${String(option.value)}`, option.action]),
		),
	);
	return `={{ (${JSON.stringify(words)})[$parameter["resource"] + " " + $parameter["operation"]] ?? "" }}`;
}

/** Builds the subtitle of a trigger from the names of the options that are chosen in one of its fields. */
export function buildChoiceSubtitle(
	field: string,
	options: readonly Pick<INodePropertyOptions, 'name' | 'value'>[],
): string {
	const names = Object.fromEntries(options.map(({ name, value }) => [String(value), name]));
	return `={{ $parameter["${field}"].map((choice) => (${JSON.stringify(names)})[choice] ?? choice).join(", ") }}`;
}

/** One ordinary input or output. A constant, because two of n8n's lint rules contradict each other on a literal. */
export const mainConnection: NodeConnectionType[] = [NodeConnectionTypes.Main];
