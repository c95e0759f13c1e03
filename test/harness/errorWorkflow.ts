import type { INodeExecutionData } from 'n8n-workflow';

import type { WorkflowJson } from './engine';
import type { RunResult } from './execution';

/**
 * The item that n8n hands to the Error Trigger of the error workflow when this run has failed: start that workflow with
 * it. Throws when the run has not failed.
 */
export function buildErrorItem(
	json: WorkflowJson,
	{ error, failure, run }: RunResult,
): INodeExecutionData {
	if (!error || !failure)
		throw new Error('The run has not failed, so n8n would not start the error workflow.');
	const { name, message, stack } = error;
	return {
		json: {
			execution: {
				id: 'harness',
				url: `https://n8n.example.org/workflow/${json.id ?? 'harness'}/executions/harness`,
				error: {
					name,
					message,
					...(failure.description === undefined ? {} : { description: failure.description }),
					stack,
				},
				lastNodeExecuted: failure.node,
				mode: run.mode,
			},
			workflow: { id: json.id ?? 'harness', name: json.name ?? 'Harness' },
		},
	};
}
