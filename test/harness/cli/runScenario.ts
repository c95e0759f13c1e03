import type { INode } from 'n8n-workflow';

import { parseList } from '../../../nodes/shared/node/parameters';
import { startSandbox, type Sandbox } from '../../sandbox';
import { activate } from '../activation';
import type { HarnessOptions, WorkflowJson } from '../engine';
import { buildErrorItem } from '../errorWorkflow';
import { runWorkflow } from '../run';
import { findProblems } from './expectation';
import { startWebhookReceiver, type Delivery, type WebhookReceiver } from './receiver';
import { getSandboxCredentials, HARVER_WEBHOOK_LOGIN } from './sandboxCredentials';
import type { Scenario } from './scenario';
import { performStep } from './steps';

const LEVER_TRIGGER = 'n8n-nodes-lever-harver.leverTrigger';
const HARVER_TRIGGER = 'n8n-nodes-lever-harver.harverTrigger';
const ERROR_TRIGGER = 'n8n-nodes-base.errorTrigger';

/** How long nodes retry when a service fails: nobody waits two minutes for a trial. */
const MAX_RETRY_SECONDS = 2;

/** How a workflow did in a scenario. */
export interface ScenarioResult {
	/** The webhooks that the triggers received, in order; for a workflow without such a trigger, the one run from its start. */
	deliveries: Delivery[];
	/** A sentence for each thing that did not end as expected. */
	problems: string[];
	sandbox: Sandbox;
	close(): Promise<void>;
}

export interface ScenarioOptions {
	/** Start from this node instead of the Lever and Harver Triggers. */
	startNode?: string | undefined;
	/** Run this workflow for each run that fails, as n8n does. */
	errorWorkflow?: WorkflowJson | undefined;
}

/**
 * Runs a workflow in n8n's engine against a sandbox of its own: performs the scenario's `given` steps, activates the Lever
 * and Harver Triggers, performs the `when` steps, and waits for all runs. A workflow without such a trigger is started from
 * `startNode`, or from its first other trigger. Throws when the workflow or the scenario cannot be used.
 */
export async function runScenario(
	workflow: WorkflowJson,
	scenario: Scenario,
	{ startNode, errorWorkflow }: ScenarioOptions = {},
): Promise<ScenarioResult> {
	const sandbox = await startSandbox({ webhookRetryDelays: [] });
	const steps = [...scenario.given, ...scenario.when];
	const maxRetryTime = steps.some((step) => step.do === 'fail') ? MAX_RETRY_SECONDS : undefined;
	const options: HarnessOptions = {
		credentials: getSandboxCredentials(sandbox, maxRetryTime),
		staticData: {},
	};
	const receiver = await startWebhookReceiver(workflow, options);
	const { deliveries } = receiver;
	const close = async (): Promise<void> => {
		await receiver.close();
		await sandbox.close();
	};
	const reportFailures = async (): Promise<void> => {
		if (errorWorkflow) await runErrorWorkflow(workflow, deliveries, errorWorkflow, options);
	};
	try {
		for (const step of scenario.given) performStep(sandbox, scenario.candidate, step);
		const triggers = startNode === undefined ? findTriggers(workflow) : [];
		for (const trigger of triggers)
			await activateTrigger(workflow, options, trigger, sandbox, receiver);
		const harverUrls = triggers
			.filter(({ type }) => type === HARVER_TRIGGER)
			.map((trigger) => receiver.getUrl(trigger));
		configureHarverWebhook(sandbox, harverUrls);
		for (const step of scenario.when) {
			performStep(sandbox, scenario.candidate, step);
			await waitUntilQuiet(sandbox, receiver);
			await reportFailures();
		}
		if (triggers.length === 0) deliveries.push(await runFromStart(workflow, options, startNode));
		await reportFailures();
		const problems = findProblems(deliveries, sandbox, scenario, {
			workflow: workflow.name ?? '',
			errorWorkflow: errorWorkflow?.name,
		});
		return { deliveries, problems, sandbox, close };
	} catch (error) {
		await close();
		throw error;
	}
}

function findTriggers({ nodes }: WorkflowJson): INode[] {
	return nodes.filter(
		({ type, disabled }) => disabled !== true && [LEVER_TRIGGER, HARVER_TRIGGER].includes(type),
	);
}

/** Activates a trigger, and points the sandbox's webhooks to this machine instead of n8n's public address. */
async function activateTrigger(
	workflow: WorkflowJson,
	options: HarnessOptions,
	trigger: INode,
	sandbox: Sandbox,
	receiver: WebhookReceiver,
): Promise<void> {
	const url = receiver.getUrl(trigger);
	if (trigger.type === LEVER_TRIGGER && trigger.parameters.registration === 'manual') {
		const tokens = (trigger.parameters.events as string[]).map(
			(event) => sandbox.webhooks.register(event, url, null, true).signatureToken,
		);
		const credential = options.credentials?.leverWebhookApi;
		if (credential)
			credential.signatureTokens = [...parseList(credential.signatureTokens), ...tokens].join(',');
	}
	await activate(workflow, options, trigger.name);
	for (const webhook of sandbox.webhooks.webhooks)
		if (!webhook.url.startsWith('http://127.0.0.1:')) webhook.url = url;
}

function configureHarverWebhook(
	{ harverWebhook }: Sandbox,
	[url, ...additionalUrls]: string[],
): void {
	if (url !== undefined) harverWebhook.configure({ url, additionalUrls, ...HARVER_WEBHOOK_LOGIN });
}

async function waitUntilQuiet(
	{ webhooks, harverWebhook }: Sandbox,
	receiver: WebhookReceiver,
): Promise<void> {
	do {
		await webhooks.settled();
		await harverWebhook.settled();
		await receiver.settled();
	} while (webhooks.busy || harverWebhook.busy);
}

async function runFromStart(
	workflow: WorkflowJson,
	options: HarnessOptions,
	startNode: string | undefined,
): Promise<Delivery> {
	const triggers = workflow.nodes.filter(
		({ type, disabled }) => disabled !== true && /trigger$/iu.test(type),
	);
	const node = startNode ?? triggers.find(({ type }) => type !== ERROR_TRIGGER)?.name;
	if (node === undefined)
		throw new Error(
			triggers.length > 0
				? 'This is an error workflow. Run a workflow that fails, and pass this one with --error-workflow.'
				: 'The workflow has no trigger. Name the node to start from with --start.',
		);
	const run = await runWorkflow(workflow, { ...options, startNode: node });
	return { node, event: 'started manually', status: 200, answer: undefined, run };
}

/** Runs the error workflow for each run that failed and has none yet, as n8n does. Throws when it has no Error Trigger. */
async function runErrorWorkflow(
	workflow: WorkflowJson,
	deliveries: Delivery[],
	{ name = '', ...errorWorkflow }: WorkflowJson,
	options: HarnessOptions,
): Promise<void> {
	const trigger = errorWorkflow.nodes.find(
		({ type, disabled }) => type === ERROR_TRIGGER && disabled !== true,
	);
	if (!trigger)
		throw new Error(
			`"${name}" has no Error Trigger, so n8n would not start it as an error workflow.`,
		);
	for (const delivery of deliveries) {
		if (delivery.run?.error === undefined || delivery.errorRun) continue;
		delivery.errorRun = await runWorkflow(
			{ name, ...errorWorkflow },
			{
				...options,
				staticData: {},
				mode: 'error',
				startNode: trigger.name,
				items: [buildErrorItem(workflow, delivery.run)],
			},
		);
	}
}
