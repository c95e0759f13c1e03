import type { IDataObject } from 'n8n-workflow';
import nock from 'nock';

import { runWorkflow, type CredentialStore, type WorkflowJson } from '../harness';
import { DEMO_API_KEY, HARVER_CLIENT, startSandbox, type Sandbox } from '../sandbox';
import { readShippedWorkflow } from './shippedWorkflows';

/** The base URL of the harness's n8n. */
export const N8N = 'https://n8n.example.org';

/** The events in the settings of the shipped workflow. */
export const EVENTS = [
	'candidateStageChange',
	'applicationCreated',
	'candidateHired',
	'candidateArchiveChange',
	'candidateDeleted',
];

const AGENT = '5f0c1d2e3a4b5c6d7e8f9a01';

type Change = Record<string, string>;

/** What differs from a complete setup: fields of the credentials, settings, and what n8n reports about itself. */
export interface BadState {
	lever?: Change;
	harver?: Change;
	settings?: Change;
	resumeUrl?: string;
}

/** A row of the table that the workflow shows. */
export interface Row extends IDataObject {
	check: string;
	state: string;
	found: string;
	whatToFix: string;
}

/** In a test file: gives each test its own sandbox, and removes the nock interceptors of the one before. */
export function eachWithASandbox(take: (sandbox: Sandbox) => void): void {
	let sandbox: Sandbox;
	beforeEach(async () => {
		sandbox = await startSandbox();
		take(sandbox);
	});
	afterEach(async () => {
		nock.cleanAll();
		await sandbox.close();
	});
}

/** Runs "Check the Set-Up" against the sandbox and returns the table that it shows. */
export async function checkTheSetUp(
	sandbox: Sandbox,
	{ lever = {}, harver = {}, settings = {}, resumeUrl }: BadState = {},
): Promise<Row[]> {
	const credentials: CredentialStore = {
		leverApi: {
			apiKey: DEMO_API_KEY,
			environment: 'custom',
			baseUrl: `${sandbox.url}/v1`,
			...lever,
		},
		harverApi: { ...HARVER_CLIENT, environment: 'custom', baseUrl: sandbox.url, ...harver },
	};
	const { failure, jsonOf } = await runWorkflow(flowWith(settings, resumeUrl), {
		startNode: 'Check Now',
		credentials,
	});
	expect(failure).toBeUndefined();
	return jsonOf('What to Fix') as Row[];
}

/** Finds the row of a check. */
export function rowOf(table: Row[], check: string): Row | undefined {
	return table.find((row) => row.check === check);
}

/** Completes an assessment, so that there is a report to read. */
export function somebodyFinishes(sandbox: Sandbox): void {
	const { application } = sandbox.harver.invite(
		AGENT,
		{ emailAddress: 'ada@example.org', firstName: 'Ada', lastName: 'Example' },
		{},
	);
	sandbox.harver.complete(application.id, 87);
}

function flowWith(settings: Change, resumeUrl?: string): WorkflowJson {
	const flow = readShippedWorkflow('0-check-the-set-up.json');
	for (const assignment of assignmentsOf(flow, 'Settings'))
		assignment.value = settings[assignment.name] ?? assignment.value;
	if (resumeUrl !== undefined) {
		for (const assignment of assignmentsOf(flow, 'This n8n'))
			assignment.value = assignment.value.replace('$execution.resumeUrl', `'${resumeUrl}'`);
	}
	return flow;
}

function assignmentsOf({ nodes }: WorkflowJson, node: string): { name: string; value: string }[] {
	const { assignments } = nodes.find(({ name }) => name === node)?.parameters.assignments as {
		assignments: { name: string; value: string }[];
	};
	return assignments;
}
