import type {
	ExecuteWorkflowData,
	ExecuteWorkflowOptions,
	IExecuteWorkflowInfo,
	INode,
	IRunExecutionData,
	IWorkflowExecuteAdditionalData,
} from 'n8n-workflow';

import type { Engine, WorkflowJson } from './engine';
import { runFrom } from './execution';

/** The nodes from which a sub-workflow can start, in the order in which n8n looks for them. */
const START_NODES = ['n8n-nodes-base.executeWorkflowTrigger', 'n8n-nodes-base.manualTrigger'];

/** Runs the workflows that Execute Workflow nodes call, and keeps their runs, because n8n follows paired items through them. */
export class SubWorkflows {
	private readonly runs = new Map<string, IRunExecutionData>();

	constructor(
		private readonly known: Record<string, WorkflowJson>,
		private readonly start: (json: WorkflowJson) => Promise<Engine>,
	) {}

	/** Runs a sub-workflow and returns the output of its last node. Throws the error that stopped it. */
	readonly execute = async (
		{ id, code }: IExecuteWorkflowInfo,
		_additionalData: IWorkflowExecuteAdditionalData,
		{ inputData }: ExecuteWorkflowOptions,
	): Promise<ExecuteWorkflowData> => {
		const json = code ?? this.known[id ?? ''];
		if (!json)
			throw new Error(
				`The harness was given no sub-workflow "${id ?? ''}". Add it to the option subWorkflows under this ID.`,
			);
		const { error, run } = await runFrom(await this.start(json), findStartNode(json).name, [
			structuredClone(inputData ?? []),
		]);
		if (error) throw error;
		const executionId = `harness-sub-${(this.runs.size + 1).toString()}`;
		this.runs.set(executionId, run.data);
		const { runData, lastNodeExecuted = '' } = run.data.resultData;
		return { executionId, data: runData[lastNodeExecuted]?.at(-1)?.data?.main ?? [] };
	};

	/** Returns the data of a sub-workflow's run. */
	readonly getRunExecutionData = async (
		executionId: string,
	): Promise<IRunExecutionData | undefined> => await Promise.resolve(this.runs.get(executionId));
}

function findStartNode({ name, nodes }: WorkflowJson): INode {
	const node = START_NODES.map((type) =>
		nodes.find((candidate) => candidate.type === type && candidate.disabled !== true),
	).find((found) => found !== undefined);
	if (!node)
		throw new Error(
			`The sub-workflow "${name ?? ''}" has no "When Executed by Another Workflow" node to start from.`,
		);
	return node;
}
