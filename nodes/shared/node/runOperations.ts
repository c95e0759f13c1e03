import type { IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';
import { ExecutionCancelledError, NodeApiError, NodeOperationError } from 'n8n-workflow';

import type { Operation, Resource } from './operation';
import { getTextParameter } from './parameters';
import { isObject } from '../object';

/**
 * Runs the chosen operation on every input item, in order, and gives the items of each of the node's outputs.
 * Each outgoing item is paired with the one it came from. With *continue on fail*, an item that failed leaves as
 * `{ error }` through the output that its operation has for it, else the first; otherwise the first failure is thrown, naming the item.
 * A stopped execution stops here.
 */
export async function runOperations(
	context: IExecuteFunctions,
	resources: Resource[],
): Promise<INodeExecutionData[][]> {
	const items = context.getInputData();
	const outputs: INodeExecutionData[][] = Array.from(
		{ length: outputCount(context, resources, items.length) },
		() => [],
	);
	for (let itemIndex = 0; itemIndex < items.length; itemIndex++) {
		let operation: Operation | undefined;
		try {
			operation = chosenOperation(context, resources, itemIndex);
			for (const item of await operation.execute.call(context, itemIndex)) {
				const paired = { ...item, pairedItem: item.pairedItem ?? { item: itemIndex } };
				outputs[operation.outputOf?.(item) ?? 0]?.push(paired);
			}
		} catch (error) {
			const failure = namingTheItem(context, error, itemIndex);
			if (failure instanceof ExecutionCancelledError || !context.continueOnFail()) throw failure;
			const failed = {
				json: { error: failure.message },
				error: failure,
				pairedItem: { item: itemIndex },
			};
			outputs[operation?.outputOf?.(failed) ?? 0]?.push(failed);
		}
	}
	return outputs;
}

function outputCount(context: IExecuteFunctions, resources: Resource[], itemCount: number): number {
	const operations = Array.from({ length: itemCount }, (_, itemIndex) =>
		namedOperation(context, resources, itemIndex),
	);
	return operations.some((operation) => operation !== undefined && 'outputOf' in operation) ? 2 : 1;
}

function chosenOperation(
	context: IExecuteFunctions,
	resources: Resource[],
	itemIndex: number,
): Operation {
	const operation = namedOperation(context, resources, itemIndex);
	if (operation) return operation;
	const [resource, name] = ['resource', 'operation'].map((field) =>
		getTextParameter(context, itemIndex, field),
	);
	throw new NodeOperationError(
		context.getNode(),
		`This node has no operation "${name ?? ''}" on "${resource ?? ''}"`,
		{
			itemIndex,
			description: 'Open the node and choose a resource and an operation from the lists.',
		},
	);
}

function namedOperation(
	context: IExecuteFunctions,
	resources: Resource[],
	itemIndex: number,
): Operation | undefined {
	const [resourceValue, operationValue] = ['resource', 'operation'].map((field) =>
		getTextParameter(context, itemIndex, field),
	);
	return resources
		.find((resource) => resource.value === resourceValue)
		?.operations.find((candidate) => candidate.option.value === operationValue);
}

function namingTheItem(
	context: IExecuteFunctions,
	error: unknown,
	itemIndex: number,
): NodeApiError | NodeOperationError | ExecutionCancelledError {
	if (error instanceof ExecutionCancelledError) return error;
	const failure =
		error instanceof NodeApiError || error instanceof NodeOperationError
			? error
			: new NodeOperationError(
					context.getNode(),
					error instanceof Error ? error : new Error(String(error)),
					{ itemIndex },
				);
	failure.context.itemIndex ??= itemIndex;
	failure.description = withOpportunity(
		failure,
		opportunityIdFrom(context.getInputData()[itemIndex]?.json ?? {}),
	);
	return failure;
}

/** The description of a failure with the opportunity that it was about, so that its profile can be found from the error alone. */
function withOpportunity(
	{ message, description }: NodeApiError | NodeOperationError,
	id: string | undefined,
): string | null | undefined {
	if (id === undefined || message.includes(id) || description?.includes(id)) return description;
	return [description, `This was about the opportunity ${id}.`].filter(Boolean).join(' ');
}

/**
 * The id of the opportunity that an item is about, or `undefined`: an item of this package's nodes names it as
 * `opportunityId`, in `lever` (applications) or in `data` (deliveries), or is the opportunity itself.
 */
export function opportunityIdFrom(json: Record<string, unknown>): string | undefined {
	const named = [json, json.lever, json.data].map((part) =>
		isObject(part) ? part.opportunityId : undefined,
	);
	const own = 'stage' in json && 'contact' in json ? json.id : undefined;
	return [...named, own].find(
		(id): id is string => typeof id === 'string' && /^[\w-]{1,64}$/u.test(id),
	);
}
