import { setTimeout as sleep } from 'node:timers/promises';

import axios, { type AxiosInstance } from 'axios';
import type { INode, INodeParameters, IWorkflowBase } from 'n8n-workflow';

const PUBLISHED_WITHIN = 120_000;
const MAX_EXECUTIONS = '100';
const READY_AGAIN_WITHIN = 120_000;
const BROWSER = 'lever-harver-host';

/** The owner of n8n. `npm start` prints this account. */
export const OWNER = {
	email: 'admin@example.org',
	password: 'Lever-Harver-1',
	firstName: 'HR',
	lastName: 'Operations',
};

/** One execution in n8n's list. */
export interface Execution {
	id: string;
	workflowId: string;
	status: string;
}

/** n8n's internal API, as the editor uses it. */
export class N8nClient {
	private constructor(private readonly http: AxiosInstance) {}

	/** Creates the owner, or logs in when there is one. */
	static async login(url: string): Promise<N8nClient> {
		const http = axios.create({
			baseURL: `${url}/rest`,
			headers: { 'browser-id': BROWSER },
			proxy: false,
			validateStatus: () => true,
		});
		const setUp = await http.post('/owner/setup', OWNER);
		const answer =
			setUp.status < 300
				? setUp
				: await http.post('/login', { emailOrLdapLoginId: OWNER.email, password: OWNER.password });
		const cookie = answer.headers['set-cookie']?.map((line) => line.split(';')[0]).join('; ');
		if (answer.status >= 300 || cookie === undefined)
			throw new Error(`The owner could not log in to n8n (${answer.status.toString()}).`);
		http.defaults.headers.common.cookie = cookie;
		return new N8nClient(http);
	}

	/** Creates a credential and returns its ID. */
	async createCredential(credential: {
		name: string;
		type: string;
		data: Record<string, unknown>;
	}): Promise<string> {
		return await this.create('/credentials', credential);
	}

	/** Creates a workflow as the editor exports it, and returns its ID. */
	async createWorkflow(
		workflow: Pick<IWorkflowBase, 'name' | 'nodes' | 'connections' | 'settings'>,
	): Promise<string> {
		return await this.create('/workflows', workflow);
	}

	/** Publishes a workflow and waits until it is active. Throws n8n's reason when it is refused. */
	async publish(id: string): Promise<void> {
		const { versionId } = await this.get<{ versionId: string }>(`/workflows/${id}`);
		const answer = await this.http.post<{ message?: string }>(`/workflows/${id}/activate`, {
			versionId,
		});
		if (answer.status >= 300)
			throw new Error(
				`The workflow ${id} could not be published: ${answer.data.message ?? answer.status.toString()}`,
			);
		const until = Date.now() + PUBLISHED_WITHIN;
		while (!(await this.get<string[]>('/active-workflows')).includes(id)) {
			if (Date.now() > until) throw new Error(`The workflow ${id} did not become active.`);
			await sleep(250);
		}
	}

	/** Changes parameters of a workflow's nodes, as a user does in the editor, and publishes it. */
	async changeNodes(id: string, changed: (node: INode) => INodeParameters): Promise<void> {
		const { name, nodes, connections, settings, versionId } = await this.get<
			IWorkflowBase & { versionId: string }
		>(`/workflows/${id}`);
		const answer = await this.http.patch(`/workflows/${id}`, {
			name,
			connections,
			settings,
			versionId,
			nodes: nodes.map((node) => ({ ...node, parameters: changed(node) })),
		});
		if (answer.status >= 300)
			throw new Error(`The workflow ${id} could not be changed (${answer.status.toString()}).`);
		await this.publish(id);
	}

	async unpublish(id: string): Promise<void> {
		const answer = await this.http.post(`/workflows/${id}/deactivate`);
		if (answer.status >= 300)
			throw new Error(`The workflow ${id} could not be unpublished (${answer.status.toString()}).`);
	}

	/** Runs a workflow from one of its triggers, as the editor's button does. Returns the ID of the execution. */
	async runManually(id: string, trigger: string): Promise<string> {
		const answer = await this.http.post<{ data: { executionId?: string }; message?: string }>(
			`/workflows/${id}/run`,
			{ triggerToStartFrom: { name: trigger } },
		);
		const executionId = answer.data.data.executionId;
		if (answer.status >= 300 || executionId === undefined)
			throw new Error(
				`The workflow ${id} could not be run: ${answer.data.message ?? answer.status.toString()}`,
			);
		return executionId;
	}

	/** The executions of a workflow, newest first. */
	async listExecutions(workflowId: string): Promise<Execution[]> {
		const { results } = await this.get<{ results: Execution[] }>('/executions', {
			filter: JSON.stringify({ workflowId }),
			limit: MAX_EXECUTIONS,
		});
		return results;
	}

	/** How many executions of all workflows are new, running or waiting. */
	async countUnfinished(): Promise<number> {
		const { results } = await this.get<{ results: Execution[] }>('/executions', {
			filter: JSON.stringify({ status: ['new', 'running', 'waiting'] }),
			limit: '100',
		});
		return results.length;
	}

	/** The status of an execution, such as "success". */
	async getStatus(id: string): Promise<string> {
		return (await this.get<Execution>(`/executions/${id}`)).status;
	}

	/** How many executions a workflow has, with one of the statuses or with any. */
	async countExecutions(workflowId: string, status?: string[]): Promise<number> {
		const { count } = await this.get<{ count: number }>('/executions', {
			filter: JSON.stringify({ workflowId, status }),
			limit: '1',
		});
		return count;
	}

	/** An execution with all its data as text, to search it. */
	async readExecution(id: string): Promise<string> {
		return JSON.stringify(await this.get<unknown>(`/executions/${id}`));
	}

	private async create(path: string, body: object): Promise<string> {
		const send = async () =>
			await this.http.post<{ data: { id: string }; message?: string }>(path, body);
		let answer = await send();
		// While n8n is busy, it answers that its database is not ready.
		for (
			const until = Date.now() + READY_AGAIN_WITHIN;
			answer.status === 503 && Date.now() < until;
			answer = await send()
		)
			await sleep(500);
		if (answer.status >= 300)
			throw new Error(
				`n8n refused what was sent to ${path}: ${answer.data.message ?? answer.status.toString()}`,
			);
		return answer.data.data.id;
	}

	private async get<T>(path: string, params?: Record<string, string>): Promise<T> {
		const answer = await this.http.get<{ data: T }>(path, { params });
		if (answer.status >= 300)
			throw new Error(`n8n answered ${answer.status.toString()} to ${path}.`);
		return answer.data.data;
	}
}
