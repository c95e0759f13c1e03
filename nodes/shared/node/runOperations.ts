import type { IDataObject, IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';
import { ExecutionCancelledError, NodeApiError, NodeOperationError } from 'n8n-workflow';

import type { Operation, Resource } from './operation';
import { getTextParameter, withoutUndefined } from './parameters';
import { isObject } from '../object';

type NodeError = NodeApiError | NodeOperationError;

const ID = /^[\w-]{1,64}$/u;

/**
 * Runs the selected operation on each input item, in order. Returns the items of each output as plain JSON, each paired
 * with the input item it comes from. Throws the first failure, naming the item, unless the node continues on errors: then
 * the failed item is one of the results (see `buildFailedItem`). Throws ExecutionCancelledError when the execution is stopped.
 */
export async function runOperations(
	context: IExecuteFunctions,
	resources: Resource[],
): Promise<INodeExecutionData[][]> {
	const outputs: INodeExecutionData[][] = [[]];
	for (let itemIndex = 0; itemIndex < context.getInputData().length; itemIndex++) {
		let operation: Operation | undefined;
		const add = (item: INodeExecutionData): void => {
			outputs[operation?.getOutputIndex?.(item) ?? 0]?.push({
				...item,
				json: toPlainJson(item.json),
				pairedItem: item.pairedItem ?? { item: itemIndex },
			});
		};
		try {
			operation = getOperation(context, resources, itemIndex);
			if (operation.getOutputIndex && outputs.length === 1) outputs.push([]);
			(await operation.execute.call(context, itemIndex)).forEach(add);
		} catch (error) {
			const failure = describeFailure(context, error, itemIndex);
			if (failure instanceof ExecutionCancelledError || !context.continueOnFail()) throw failure;
			add(buildFailedItem(failure));
		}
	}
	return outputs;
}

/** Throws NodeOperationError when the node has no such operation. */
function getOperation(
	context: IExecuteFunctions,
	resources: Resource[],
	itemIndex: number,
): Operation {
	const resource = getTextParameter(context, itemIndex, 'resource');
	const name = getTextParameter(context, itemIndex, 'operation');
	const operation = resources
		.find(({ value }) => value === resource)
		?.operations.find(({ option }) => option.value === name);
	if (operation) return operation;
	throw new NodeOperationError(
		context.getNode(),
		`This node has no operation "${name}" on "${resource}"`,
		{
			itemIndex,
			description: 'Open the node and choose a resource and an operation from the lists.',
		},
	);
}

/**
 * A failed item: text and numbers only, because n8n's expressions cannot read an item that holds an error object. n8n sends
 * it to the error output, with the fields of the input item, only when it has no other keys than these.
 */
function buildFailedItem(failure: NodeError): INodeExecutionData {
	const { message, description, context } = failure;
	const details = withoutUndefined({
		description: description ?? undefined,
		httpCode: failure instanceof NodeApiError ? (failure.httpCode ?? undefined) : undefined,
		opportunityId: context.opportunityId as string | undefined,
	});
	return { json: { error: message, details } };
}

/** The error of an item, naming the item and its opportunity: in the description for people, in the context for error workflows. */
function describeFailure(
	context: IExecuteFunctions,
	error: unknown,
	itemIndex: number,
): NodeError | ExecutionCancelledError {
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
	const opportunityId = getOpportunityId(context, itemIndex);
	if (opportunityId === undefined) return failure;
	failure.context.opportunityId = opportunityId;
	if (!mentions(`${failure.message} ${failure.description ?? ''}`, opportunityId))
		failure.description = [failure.description, `Opportunity ID: ${opportunityId}.`]
			.filter(Boolean)
			.join(' ');
	return failure;
}

/** Whether a text contains an ID as a whole word. */
function mentions(text: string, id: string): boolean {
	return text.split(/[^\w-]+/u).includes(id);
}

/** The opportunity that the node was working on: the one in its field, else the one that the item is about. */
function getOpportunityId(context: IExecuteFunctions, itemIndex: number): string | undefined {
	try {
		const id = getTextParameter(context, itemIndex, 'opportunityId');
		if (ID.test(id)) return id;
	} catch {
		// The expression in the field may be what failed.
	}
	return opportunityIdFrom(context.getInputData()[itemIndex]?.json ?? {});
}

/**
 * The id of the opportunity that an item is about, or `undefined`: items of this package's nodes have it as
 * `opportunityId`, in `lever` (applications) or in `data` (deliveries), or are the opportunity themselves.
 */
export function opportunityIdFrom(json: Record<string, unknown>): string | undefined {
	const ids = [json, json.lever, json.data].map((part) =>
		isObject(part) ? part.opportunityId : undefined,
	);
	const own = 'stage' in json && 'contact' in json ? json.id : undefined;
	return [...ids, own].find((id): id is string => typeof id === 'string' && ID.test(id));
}

/** The same data as JSON would hold it: dates as text, nothing that n8n's expressions cannot read. */
function toPlainJson(json: IDataObject): IDataObject {
	return JSON.parse(JSON.stringify(json)) as IDataObject;
}
