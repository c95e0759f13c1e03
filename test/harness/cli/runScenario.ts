import type { INode } from 'n8n-workflow';

import { parseList } from '../../../nodes/shared/node/parameters';
import {
	DEMO_API_KEY,
	DEMO_USER,
	HARVER_ACCOUNT,
	HARVER_CLIENT,
	startSandbox,
	type Sandbox,
} from '../../sandbox';
import type { CredentialStore } from '../credentials';
import type { HarnessOptions, WorkflowJson } from '../engine';
import { runWorkflow } from '../run';
import { activate } from '../activation';
import { ERROR_TRIGGER, runErrorWorkflow } from './reportFailures';
import { startWebhookReceiver, type Delivery, type WebhookReceiver } from './receiver';
import type { Scenario } from './scenario';
import { performStep } from './steps';
import { findProblems } from './expectation';

const OURS = 'n8n-nodes-lever-harver.';
const HARVER_WEBHOOK_LOGIN = { user: 'harver', password: 'harver-sandbox-webhook-password' };
const LEVER_SCOPES = ['opportunities', 'notes', 'files', 'webhooks', 'feedback'].map(
	(name) => `${name}:write:admin`,
);
const LEVER_READ_SCOPES = [
	'stages',
	'tags',
	'postings',
	'users',
	'archive_reasons',
	'applications',
	'resumes',
	'contact',
	'sources',
	'feedback_templates',
].map((name) => `${name}:read:admin`);

/** How a flow did in a scenario. */
export interface ScenarioResult {
	/** What the triggers got, in order; for a flow that no service starts, the one run from its start node. */
	received: Delivery[];
	/** What is not as it should be, a sentence each; none when the flow did well. */
	problems: string[];
	sandbox: Sandbox;
	close(): Promise<void>;
}

/** What else the user has given. */
export interface ScenarioOptions {
	/** Start from this node, in place of the Lever and Harver Triggers. */
	startNode?: string | undefined;
	/** Run this one for each run that fails, as n8n does. */
	errorWorkflow?: WorkflowJson | undefined;
}

/** How long the nodes go on trying in a scenario in which a service fails: nobody waits two minutes for a trial. */
const LONGEST_WAIT_SECONDS = 2;

/**
 * Runs a flow in n8n's engine against a sandbox of its own: lets happen what the scenario gives, activates the flow's Lever
 * and Harver Triggers, lets happen what they are to see, and waits until all is quiet. A flow without such a trigger is started
 * from `startNode`, or from its first other trigger. Throws when the flow or the scenario cannot be used.
 */
export async function runScenario(
	flow: WorkflowJson,
	scenario: Scenario,
	{ startNode, errorWorkflow }: ScenarioOptions = {},
): Promise<ScenarioResult> {
	const sandbox = await startSandbox({ webhookRetryDelays: [] });
	const patience = [...scenario.given, ...scenario.when].some((step) => step.do === 'fail')
		? { maxRetryTime: LONGEST_WAIT_SECONDS }
		: {};
	const options: HarnessOptions = {
		credentials: credentialsFor(sandbox, patience),
		staticData: {},
		fastRetries: true,
	};
	const receiver = await startWebhookReceiver(flow, options);
	const close = async (): Promise<void> => {
		await receiver.close();
		await sandbox.close();
	};
	try {
		for (const step of scenario.given) performStep(sandbox, scenario.candidate, step);
		const triggers = startNode === undefined ? triggersIn(flow) : [];
		for (const trigger of triggers) await listen(flow, options, trigger, sandbox, receiver);
		pointHarverTo(
			sandbox,
			triggers
				.filter(({ type }) => type === `${OURS}harverTrigger`)
				.map((trigger) => receiver.urlOf(trigger)),
		);
		for (const step of scenario.when) {
			performStep(sandbox, scenario.candidate, step);
			await quiet(sandbox, receiver);
			if (errorWorkflow) await runErrorWorkflow(flow, receiver.received, errorWorkflow, options);
		}
		if (triggers.length === 0) receiver.received.push(await runFromStart(flow, options, startNode));
		if (errorWorkflow) await runErrorWorkflow(flow, receiver.received, errorWorkflow, options);
		const names = { flow: flow.name ?? '', errorWorkflow: errorWorkflow?.name };
		return {
			received: receiver.received,
			problems: findProblems(receiver.received, sandbox, scenario, names),
			sandbox,
			close,
		};
	} catch (error) {
		await close();
		throw error;
	}
}

/** What a user would type into each credential, for the sandbox; the ids in the flow do not matter. */
function credentialsFor(
	{ url, leverTokens }: Sandbox,
	patience: { maxRetryTime?: number },
): CredentialStore {
	const lever = { environment: 'custom', baseUrl: `${url}/v1`, performAs: DEMO_USER, ...patience };
	const token = leverTokens.issue([...LEVER_SCOPES, ...LEVER_READ_SCOPES].join(' '));
	return {
		leverApi: { ...lever, apiKey: DEMO_API_KEY },
		leverOAuth2Api: {
			...lever,
			loginUrl: `${url}/lever`,
			clientId: 'sandbox',
			clientSecret: 'sandbox',
			oauthTokenData: token as { access_token: string },
		},
		leverWebhookApi: { signatureTokens: '' },
		harverApi: {
			...HARVER_CLIENT,
			environment: 'custom',
			baseUrl: url,
			accountId: HARVER_ACCOUNT,
			...patience,
		},
		harverWebhookApi: { ...HARVER_WEBHOOK_LOGIN },
	};
}

function triggersIn({ nodes }: WorkflowJson): INode[] {
	return nodes.filter(
		({ type, disabled }) =>
			disabled !== true && [`${OURS}leverTrigger`, `${OURS}harverTrigger`].includes(type),
	);
}

/** Activates a trigger, and lets the sandbox deliver to this machine what Lever would deliver to n8n's public address. */
async function listen(
	flow: WorkflowJson,
	options: HarnessOptions,
	trigger: INode,
	sandbox: Sandbox,
	receiver: WebhookReceiver,
): Promise<void> {
	const url = receiver.urlOf(trigger);
	if (trigger.type === `${OURS}leverTrigger` && trigger.parameters.registration === 'manual') {
		const tokens = (trigger.parameters.events as string[]).map(
			(event) => sandbox.webhooks.register(event, url, null, true).signatureToken,
		);
		const store = options.credentials?.leverWebhookApi;
		if (store) store.signatureTokens = [...parseList(store.signatureTokens), ...tokens].join(',');
	}
	await activate(flow, options, trigger.name);
	for (const webhook of sandbox.webhooks.webhooks)
		if (!webhook.url.startsWith('http://127.0.0.1:')) webhook.url = url;
}

function pointHarverTo({ harverWebhook }: Sandbox, [url, ...additionalUrls]: string[]): void {
	if (url !== undefined) harverWebhook.configure({ url, additionalUrls, ...HARVER_WEBHOOK_LOGIN });
}

async function quiet(
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
	flow: WorkflowJson,
	options: HarnessOptions,
	named: string | undefined,
): Promise<Delivery> {
	const start =
		named ??
		flow.nodes.find(
			({ type, disabled }) =>
				disabled !== true && type !== ERROR_TRIGGER && /trigger$/iu.test(type),
		)?.name;
	if (start === undefined && flow.nodes.some(({ type }) => type === ERROR_TRIGGER))
		throw new Error(
			'This is an error workflow. Run a flow that fails, and give this one with --error-workflow.',
		);
	if (start === undefined)
		throw new Error('The flow has no trigger. Name the node to start from with --start.');
	const run = await runWorkflow(flow, { ...options, startNode: start });
	return { node: start, event: 'started by hand', status: 200, answer: undefined, run };
}
