import type { IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';
import { NodeApiError, NodeOperationError } from 'n8n-workflow';

import type { Operation, Resource } from './operation';

/**
 * Runs the chosen operation on every input item, in order, and gives the items of each of the node's outputs.
 * Each outgoing item is paired with the one it came from. With *continue on fail*, an item that failed leaves as
 * `{ error }` through the output that its operation has for it, else the first; otherwise the first failure is thrown, naming the item.
 */
export async function runOperations(
	context: IExecuteFunctions,
	resources: Resource[],
): Promise<INodeExecutionData[][]> {
	const items = context.getInputData();
	const outputs: INodeExecutionData[][] = Array.from({ length: outputCount(context, resources) }, () => []);
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
			if (!context.continueOnFail()) throw failure;
			const failed = {
				json: { error: failure.message, ...(failure.description ? { description: failure.description } : {}) },
				error: failure,
				pairedItem: { item: itemIndex },
			};
			outputs[operation?.outputOf?.(failed) ?? 0]?.push(failed);
		}
	}
	return outputs;
}

function outputCount(context: IExecuteFunctions, resources: Resource[]): number {
	const first = chosenOperation(context, resources, 0);
	return first.outputOf ? 2 : 1;
}

function chosenOperation(context: IExecuteFunctions, resources: Resource[], itemIndex: number): Operation {
	const resourceValue = context.getNodeParameter('resource', itemIndex);
	const operationValue = context.getNodeParameter('operation', itemIndex);
	const operation = resources
		.find((resource) => resource.value === resourceValue)
		?.operations.find((candidate) => candidate.option.value === operationValue);
	if (!operation) {
		throw new NodeOperationError(
			context.getNode(),
			`This node has no operation "${operationValue}" on "${resourceValue}"`,
			{ itemIndex, description: 'Open the node and choose a resource and an operation from the lists.' },
		);
	}
	return operation;
}

function namingTheItem(
	context: IExecuteFunctions,
	error: unknown,
	itemIndex: number,
): NodeApiError | NodeOperationError {
	if (error instanceof NodeApiError || error instanceof NodeOperationError) {
		error.context.itemIndex ??= itemIndex;
		return error;
	}
	const cause = error instanceof Error ? error : new Error(String(error));
	return new NodeOperationError(context.getNode(), cause, { itemIndex });
}
