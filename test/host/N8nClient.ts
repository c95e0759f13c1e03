import { setTimeout as sleep } from 'node:timers/promises';

import axios, { type AxiosInstance } from 'axios';
import type { INode, INodeParameters, IWorkflowBase } from 'n8n-workflow';

const ACTIVE_WITHIN = 120_000;
const MOST_EXECUTIONS = '100';
const READY_AGAIN_WITHIN = 120_000;
const BROWSER = 'lever-harver-host';

/** The first user of the host: the demo prints it. */
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

/** What the tests ask of a running n8n, as its editor does. */
export class N8nClient {
	private constructor(private readonly http: AxiosInstance) {}

	/** Makes the first user, or logs it in when it is there. */
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
			throw new Error(`n8n did not let the first user in (${answer.status.toString()}).`);
		http.defaults.headers.common.cookie = cookie;
		return new N8nClient(http);
	}

	/** Makes a credential and gives its id. */
	async createCredential(credential: {
		name: string;
		type: string;
		data: Record<string, unknown>;
	}): Promise<string> {
		return await this.create('/credentials', credential);
	}

	/** Makes a workflow, as the editor exports them, and gives its id. */
	async createWorkflow(
		workflow: Pick<IWorkflowBase, 'name' | 'nodes' | 'connections' | 'settings'>,
	): Promise<string> {
		return await this.create('/workflows', workflow);
	}

	/** Activates a workflow and waits until n8n says that it is active. Throws with n8n's reason. */
	async activate(id: string): Promise<void> {
		const { versionId } = await this.get<{ versionId: string }>(`/workflows/${id}`);
		const answer = await this.http.post<{ message?: string }>(`/workflows/${id}/activate`, {
			versionId,
		});
		if (answer.status >= 300)
			throw new Error(
				`The workflow ${id} could not be activated: ${answer.data.message ?? answer.status.toString()}`,
			);
		const until = Date.now() + ACTIVE_WITHIN;
		while (!(await this.get<string[]>('/active-workflows')).includes(id)) {
			if (Date.now() > until) throw new Error(`The workflow ${id} did not become active.`);
			await sleep(250);
		}
	}

	/** Changes the parameters of some of a workflow's nodes, as somebody does in the editor, and publishes it. */
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
		await this.activate(id);
	}

	async deactivate(id: string): Promise<void> {
		const answer = await this.http.post(`/workflows/${id}/deactivate`);
		if (answer.status >= 300)
			throw new Error(`The workflow ${id} could not be deactivated (${answer.status.toString()}).`);
	}

	/** Runs a workflow by hand from one of its triggers, as the editor's button does. Gives the id of the execution. */
	async runByHand(id: string, trigger: string): Promise<string> {
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
	async executions(workflowId: string): Promise<Execution[]> {
		const { results } = await this.get<{ results: Execution[] }>('/executions', {
			filter: JSON.stringify({ workflowId }),
			limit: MOST_EXECUTIONS,
		});
		return results;
	}

	/** How many executions of all workflows have not ended. */
	async unfinished(): Promise<number> {
		const { results } = await this.get<{ results: Execution[] }>('/executions', {
			filter: JSON.stringify({ status: ['new', 'running', 'waiting'] }),
			limit: '100',
		});
		return results.length;
	}

	/** The state of one execution, e.g. "success". */
	async statusOf(id: string): Promise<string> {
		return (await this.get<Execution>(`/executions/${id}`)).status;
	}

	/** How many executions of a workflow are in one of the states, or in any. */
	async executionCount(workflowId: string, status?: string[]): Promise<number> {
		const { count } = await this.get<{ count: number }>('/executions', {
			filter: JSON.stringify({ workflowId, status }),
			limit: '1',
		});
		return count;
	}

	/** An execution with all its data, as text: to look for what must not be in it, or for an error. */
	async executionText(id: string): Promise<string> {
		return JSON.stringify(await this.get<unknown>(`/executions/${id}`));
	}

	private async create(path: string, body: object): Promise<string> {
		const send = async () =>
			await this.http.post<{ data: { id: string }; message?: string }>(path, body);
		let answer = await send();
		// A busy n8n says for a while that its database is not ready.
		for (
			const until = Date.now() + READY_AGAIN_WITHIN;
			answer.status === 503 && Date.now() < until;
			answer = await send()
		)
			await sleep(500);
		if (answer.status >= 300)
			throw new Error(
				`n8n did not take what was sent to ${path}: ${answer.data.message ?? answer.status.toString()}`,
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
