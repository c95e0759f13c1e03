import { createContext, runInContext } from 'node:vm';

import type {
	IExecuteFunctions,
	INode,
	INodeExecutionData,
	ITaskDataConnections,
	IWorkflowExecuteAdditionalData,
} from 'n8n-workflow';

import { isObject } from '../../nodes/shared/object';
import { asJson } from './saved';

/** What a Code node asks the task runner to do. */
interface CodeTask {
	code: string;
	nodeMode: 'runOnceForAllItems' | 'runOnceForEachItem' | 'runCode';
	chunk?: { startIndex: number; count: number };
	continueOnFail: boolean;
	additionalProperties?: Record<string, unknown>;
}

type TaskResult = { ok: true; result: unknown } | { ok: false; error: Error };

/** What n8n's task runner offers besides the variables of an expression: no `process`, no `fetch`, no modules. */
const RUNNER_GLOBALS = {
	Buffer,
	FormData,
	TextDecoder,
	TextDecoderStream,
	TextEncoder,
	TextEncoderStream,
	atob,
	btoa,
	clearImmediate,
	clearInterval,
	clearTimeout,
	setImmediate,
	setInterval,
	setTimeout,
	console: Object.fromEntries(
		['debug', 'error', 'info', 'log', 'trace', 'warn'].map((name) => [name, () => undefined]),
	),
	require: (name: string) => {
		throw new Error(`Module '${name}' is disallowed`);
	},
};

/**
 * Stands in for n8n's task runner: runs the JavaScript of a Code node with the variables and globals that n8n gives it, on
 * copies of the data, because the real one is another process. It does not guard this process: run only code that you
 * trust. Rejects on Python.
 */
export async function runCodeTask(
	_additionalData: IWorkflowExecuteAdditionalData,
	jobType: string,
	task: CodeTask,
	functions: IExecuteFunctions,
	_inputData: ITaskDataConnections,
	node: INode,
): Promise<TaskResult> {
	if (jobType !== 'javascript')
		throw new Error(`The harness runs JavaScript only, but "${node.name}" contains ${jobType}.`);
	const copy = copyData(functions);
	try {
		const result =
			task.nodeMode === 'runOnceForEachItem'
				? await runForEachItem(task, copy)
				: await runOnce(task, copy);
		return { ok: true, result: result === undefined ? undefined : asJson(result) };
	} catch (error) {
		return { ok: false, error: toError(error) };
	}
}

/** The same node with its data as JSON holds it: code can neither change an item in place nor see what JSON cannot hold. */
function copyData(functions: IExecuteFunctions): IExecuteFunctions {
	const { runExecutionData, connectionInputData } = functions as unknown as Record<string, unknown>;
	return Object.create(functions, {
		runExecutionData: { value: asJson(runExecutionData) },
		connectionInputData: { value: asJson(connectionInputData) },
	}) as IExecuteFunctions;
}

async function runOnce(
	{ code, additionalProperties }: CodeTask,
	functions: IExecuteFunctions,
): Promise<unknown> {
	const result = await evaluate(code, {
		...getVariables(functions, 0),
		items: getItems(functions),
		...additionalProperties,
	});
	return result ?? (result === null ? [] : undefined);
}

async function runForEachItem(
	{ code, chunk, continueOnFail, additionalProperties }: CodeTask,
	functions: IExecuteFunctions,
): Promise<unknown[]> {
	const items = getItems(functions);
	const { startIndex, count } = chunk ?? { startIndex: 0, count: items.length };
	const results: unknown[] = [];
	for (let index = startIndex; index < startIndex + count; index++) {
		const pairedItem = { item: index };
		try {
			const result = await evaluate(code, {
				...getVariables(functions, index),
				item: items[index],
				...additionalProperties,
			});
			if (!isObject(result)) continue;
			const { json = 'binary' in result ? {} : result, binary } = result;
			results.push({ json, pairedItem, ...(binary === undefined ? {} : { binary }) });
		} catch (error) {
			if (!continueOnFail) throw error;
			results.push({ json: { error: toError(error).message }, pairedItem });
		}
	}
	return results;
}

function getItems(functions: IExecuteFunctions): INodeExecutionData[] {
	return (functions as unknown as { connectionInputData: INodeExecutionData[] })
		.connectionInputData;
}

/** The variables of an expression for an item; those that are computed when read are read here. */
function getVariables(functions: IExecuteFunctions, itemIndex: number): Record<string, unknown> {
	const proxy = functions.getWorkflowDataProxy(itemIndex);
	return {
		...proxy,
		$json: proxy.$json,
		$binary: proxy.$binary,
		$getWorkflowStaticData: (type: string) => functions.getWorkflowStaticData(type),
	};
}

async function evaluate(code: string, values: Record<string, unknown>): Promise<unknown> {
	const context = createContext({ ...RUNNER_GLOBALS, ...values });
	return await (runInContext(`(async () => {\n${code}\n})()`, context) as Promise<unknown>);
}

/** What code throws is an error of its own context, or anything else. */
function toError(thrown: unknown): Error {
	if (thrown instanceof Error) return thrown;
	const { message, stack } = (thrown ?? {}) as Partial<Error>;
	return Object.assign(new Error(message ?? JSON.stringify(thrown)), stack ? { stack } : {});
}
