import type { INode, IWebhookData } from 'n8n-workflow';

import type { Engine, HarnessOptions } from './engine';

/** The trigger of this name, or the only node that has a webhook. Throws when there is none, or when there are several. */
export function findWebhookNode({ workflow }: Engine, name: string | undefined): INode {
	const nodes = Object.values(workflow.nodes).filter(
		(node) =>
			workflow.nodeTypes.getByNameAndVersion(node.type, node.typeVersion).webhook !== undefined,
	);
	const [node, another] = nodes.filter(
		(candidate) => name === undefined || candidate.name === name,
	);
	if (!node)
		throw new Error(
			name === undefined
				? 'The workflow has no webhook.'
				: `The workflow has no webhook "${name}".`,
		);
	if (another)
		throw new Error(
			`The workflow has several webhooks; name one of them: ${nodes.map((candidate) => candidate.name).join(', ')}.`,
		);
	return node;
}

/** How n8n describes the node's webhook to it. */
export function getWebhookData(
	{ workflow, additionalData }: Engine,
	node: INode,
	{ trial = false }: HarnessOptions,
): IWebhookData {
	const [description] =
		workflow.nodeTypes.getByNameAndVersion(node.type, node.typeVersion).description.webhooks ?? [];
	if (!description) throw new Error(`"${node.name}" has no webhook.`);
	const path = node.webhookId ?? node.id;
	return {
		httpMethod: 'POST',
		node: node.name,
		path,
		isTest: trial,
		webhookDescription: description,
		workflowId: workflow.id,
		workflowExecuteAdditionalData: additionalData,
	};
}
