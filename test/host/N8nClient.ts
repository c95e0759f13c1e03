import { setTimeout as sleep } from 'node:timers/promises';

import axios, { type AxiosInstance } from 'axios';

const ACTIVE_WITHIN = 30_000;
const BROWSER = 'lever-harver-host';

/** The first user of the host: the demo prints it. */
export const OWNER = { email: 'admin@example.org', password: 'Lever-Harver-1', firstName: 'HR', lastName: 'Operations' };

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
		const http = axios.create({ baseURL: `${url}/rest`, headers: { 'browser-id': BROWSER }, proxy: false, validateStatus: () => true });
		const setUp = await http.post('/owner/setup', OWNER);
		const answer = setUp.status < 300 ? setUp : await http.post('/login', { emailOrLdapLoginId: OWNER.email, password: OWNER.password });
		const cookie = answer.headers['set-cookie']?.map((line) => line.split(';')[0]).join('; ');
		if (answer.status >= 300 || cookie === undefined) throw new Error(`n8n did not let the first user in (${answer.status.toString()}).`);
		http.defaults.headers.common.cookie = cookie;
		return new N8nClient(http);
	}

	/** Activates a workflow and waits until n8n says that it is active. Throws with n8n's reason. */
	async activate(id: string): Promise<void> {
		const { versionId } = await this.get<{ versionId: string }>(`/workflows/${id}`);
		const answer = await this.http.post<{ message?: string }>(`/workflows/${id}/activate`, { versionId });
		if (answer.status >= 300) throw new Error(`The workflow ${id} could not be activated: ${answer.data.message ?? answer.status.toString()}`);
		const until = Date.now() + ACTIVE_WITHIN;
		while (!(await this.get<string[]>('/active-workflows')).includes(id)) {
			if (Date.now() > until) throw new Error(`The workflow ${id} did not become active.`);
			await sleep(250);
		}
	}

	async deactivate(id: string): Promise<void> {
		const answer = await this.http.post(`/workflows/${id}/deactivate`);
		if (answer.status >= 300) throw new Error(`The workflow ${id} could not be deactivated (${answer.status.toString()}).`);
	}

	/** Runs a workflow by hand from one of its triggers, as the editor's button does. Gives the id of the execution. */
	async runByHand(id: string, trigger: string): Promise<string> {
		const answer = await this.http.post<{ data: { executionId?: string }; message?: string }>(`/workflows/${id}/run`, { triggerToStartFrom: { name: trigger } });
		const executionId = answer.data.data.executionId;
		if (answer.status >= 300 || executionId === undefined) throw new Error(`The workflow ${id} could not be run: ${answer.data.message ?? answer.status.toString()}`);
		return executionId;
	}

	/** The executions of a workflow, newest first. */
	async executions(workflowId: string): Promise<Execution[]> {
		const { results } = await this.get<{ results: Execution[] }>('/executions', { filter: JSON.stringify({ workflowId }) });
		return results;
	}

	/** How many executions of a workflow are in one of the states, or in any. */
	async executionCount(workflowId: string, status?: string[]): Promise<number> {
		const { count } = await this.get<{ count: number }>('/executions', { filter: JSON.stringify({ workflowId, status }), limit: '1' });
		return count;
	}

	/** An execution with all its data, as text: to look for what must not be in it, or for an error. */
	async executionText(id: string): Promise<string> {
		return JSON.stringify(await this.get<unknown>(`/executions/${id}`));
	}

	private async get<T>(path: string, params?: Record<string, string>): Promise<T> {
		const answer = await this.http.get<{ data: T }>(path, { params });
		if (answer.status >= 300) throw new Error(`n8n answered ${answer.status.toString()} to ${path}.`);
		return answer.data.data;
	}
}
