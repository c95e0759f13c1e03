import { HookContext } from 'n8n-core';

import { startEngine, type HarnessOptions, type WorkflowJson } from './engine';
import { saveStaticData, withUnsavedStaticData } from './saved';
import { findWebhookNode, getWebhookData } from './webhookNode';

/**
 * Activates a workflow's webhook as n8n does: `create` runs unless `checkExists` finds the webhook. When it fails, n8n keeps
 * nothing of the static data and runs `delete`. Returns whether `checkExists` found it.
 */
export async function activate(
	json: WorkflowJson,
	options: HarnessOptions,
	nodeName?: string,
): Promise<boolean> {
	const attempt = withUnsavedStaticData(options);
	const { context, methods } = await getHooks(json, attempt, nodeName);
	try {
		const exists = (await methods?.checkExists.call(context)) ?? true;
		if (!exists) await methods?.create.call(context);
		saveStaticData(options, attempt.staticData);
		return exists;
	} catch (error) {
		await deactivate(json, options, nodeName).catch(() => undefined);
		throw error;
	}
}

/** Deactivates a workflow's webhook: runs the trigger's `delete`. */
export async function deactivate(
	json: WorkflowJson,
	options: HarnessOptions,
	nodeName?: string,
): Promise<void> {
	const { context, methods } = await getHooks(json, options, nodeName);
	await methods?.delete.call(context);
}

async function getHooks(json: WorkflowJson, options: HarnessOptions, nodeName: string | undefined) {
	const mode = options.trial === true ? 'manual' : 'trigger';
	const engine = await startEngine(json, options, mode);
	const node = findWebhookNode(engine, nodeName);
	const activation = options.trial === true ? 'manual' : 'activate';
	const context = new HookContext(
		engine.workflow,
		node,
		engine.additionalData,
		mode,
		activation,
		getWebhookData(engine, node, options),
	);
	const { webhookMethods } = engine.workflow.nodeTypes.getByNameAndVersion(
		node.type,
		node.typeVersion,
	);
	return { context, methods: webhookMethods?.default };
}
