import { readFile } from 'node:fs/promises';
import path from 'node:path';

import type { IWorkflowBase } from 'n8n-workflow';

import { DEMO_USER, HARVER_ACCOUNT, HARVER_CLIENT, type Sandbox, TRIGGER_STAGE } from '../sandbox';

/** Loads a workflow in `workflows/` and replaces the placeholders in capitals by the sandbox's URLs and IDs. */
export async function loadWorkflow({ url, lever }: Sandbox, file: string): Promise<IWorkflowBase> {
	const values: Record<string, string> = {
		LEVER_URL: `${url}/v1`,
		HARVER_URL: url,
		HARVER_ACCOUNT,
		HARVER_CLIENT_ID: HARVER_CLIENT.clientId,
		HARVER_CLIENT_SECRET: HARVER_CLIENT.clientSecret,
		STAGE_ID: lever.stages.find(({ text }) => text === TRIGGER_STAGE)?.id ?? '',
		PERFORM_AS: DEMO_USER,
	};
	const text = await readFile(path.join(__dirname, 'workflows', file), 'utf8');
	return JSON.parse(
		text.replace(/"([A-Z]+(?:_[A-Z]+)+)"/gu, (whole, name: string) =>
			name in values ? JSON.stringify(values[name]) : whole,
		),
	) as IWorkflowBase;
}
