import type { IDataObject, INodeExecutionData } from 'n8n-workflow';

import type { WorkflowJson } from './engine';
import type { RunResult } from './execution';

/**
 * Builds the item that n8n gives to the Error Trigger of the error workflow when this run fails: start that workflow with
 * it. It holds the same error object as n8n's. Throws when the run did not fail.
 */
export function buildErrorItem(
	{ id = 'harness', name = 'Harness' }: WorkflowJson,
	{ error, failure, run }: RunResult,
): INodeExecutionData {
	if (!error || !failure)
		throw new Error('The run did not fail, so n8n would not start the error workflow.');
	return {
		json: {
			execution: {
				id: 'harness',
				url: `https://n8n.example.org/workflow/${id}/executions/harness`,
				error: error as unknown as IDataObject,
				lastNodeExecuted: failure.node,
				mode: run.mode,
			},
			workflow: { id, name },
		},
	};
}
