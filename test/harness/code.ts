import { compileFunction } from 'node:vm';

import type {
	IExecuteFunctions,
	INode,
	INodeExecutionData,
	ITaskDataConnections,
	IWorkflowExecuteAdditionalData,
} from 'n8n-workflow';

/** What a Code node asks the task runner to do. */
interface CodeTask {
	code: string;
	nodeMode: 'runOnceForAllItems' | 'runOnceForEachItem' | 'runCode';
	chunk?: { startIndex: number; count: number };
	continueOnFail: boolean;
	additionalProperties?: Record<string, unknown>;
}

type Outcome = { ok: true; result: unknown } | { ok: false; error: unknown };

/**
 * Stands for n8n's task runner: runs the JavaScript of a Code node in this process, with the variables that n8n gives it
 * (`$input`, `$json`, `$('Node')`, `items`…). Without n8n's isolation: run only code that you trust. Rejects on Python.
 */
export async function runCodeTask(
	_additionalData: IWorkflowExecuteAdditionalData,
	jobType: string,
	settings: CodeTask,
	functions: IExecuteFunctions,
	_inputData: ITaskDataConnections,
	node: INode,
): Promise<Outcome> {
	if (jobType !== 'javascript')
		throw new Error(`The harness runs JavaScript only, but "${node.name}" holds ${jobType}.`);
	try {
		return {
			ok: true,
			result:
				settings.nodeMode === 'runOnceForEachItem'
					? await runForEachItem(settings, functions)
					: await runOnce(settings, functions),
		};
	} catch (error) {
		return { ok: false, error };
	}
}

async function runOnce(
	{ code, additionalProperties }: CodeTask,
	functions: IExecuteFunctions,
): Promise<unknown> {
	return await evaluate(code, {
		...variables(functions, 0),
		items: functions.getInputData(),
		...additionalProperties,
	});
}

async function runForEachItem(
	{ code, chunk, continueOnFail, additionalProperties }: CodeTask,
	functions: IExecuteFunctions,
): Promise<unknown[]> {
	const items = functions.getInputData();
	const { startIndex, count } = chunk ?? { startIndex: 0, count: items.length };
	const results: INodeExecutionData[] = [];
	for (let index = startIndex; index < startIndex + count; index++) {
		try {
			const result = (await evaluate(code, {
				...variables(functions, index),
				item: items[index],
				...additionalProperties,
			})) as INodeExecutionData;
			results.push({ ...result, pairedItem: { item: index } });
		} catch (error) {
			if (!continueOnFail) throw error;
			results.push({
				json: { error: error instanceof Error ? error.message : String(error) },
				pairedItem: { item: index },
			});
		}
	}
	return results;
}

/** The variables of an expression for an item. Those that are read through are taken one by one. */
function variables(functions: IExecuteFunctions, itemIndex: number): Record<string, unknown> {
	const proxy = functions.getWorkflowDataProxy(itemIndex);
	return { ...proxy, $json: proxy.$json, $binary: proxy.$binary };
}

async function evaluate(code: string, values: Record<string, unknown>): Promise<unknown> {
	const body = `return (async () => {\n${code}\n})();`;
	const run = compileFunction(body, Object.keys(values)) as (
		...given: unknown[]
	) => Promise<unknown>;
	return await run(...Object.values(values));
}
