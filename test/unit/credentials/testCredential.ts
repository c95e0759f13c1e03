import { ExecuteContext, RoutingNode } from 'n8n-core';
import type {
	ICredentialDataDecryptedObject,
	INode,
	INodeExecutionData,
	INodeType,
} from 'n8n-workflow';
import { createEmptyRunExecutionData } from 'n8n-workflow';

import { startEngine } from '../../harness/engine';
import { loadCredentialType } from '../../harness/nodeTypes';

/** Tests a credential as n8n does when the user saves it: its test request is sent by a routing node. Throws what the test fails with. */
export async function testCredential(
	type: string,
	data: ICredentialDataDecryptedObject,
): Promise<INodeExecutionData[][] | null | undefined> {
	const { test } = loadCredentialType(type);
	if (!test) throw new Error(`The credential ${type} has no test.`);
	const node: INode = {
		id: 'temp',
		name: 'Temp-Node',
		type: 'test.credential',
		typeVersion: 1,
		position: [0, 0],
		parameters: { temp: '' },
		credentials: { [type]: { id: type, name: type } },
	};
	const nodeType: INodeType = {
		description: {
			displayName: 'Temp-Node',
			name: 'credential',
			group: ['transform'],
			version: 1,
			description: '',
			defaults: {},
			inputs: ['main'],
			outputs: ['main'],
			credentials: [{ name: type, required: true }],
			properties: [
				{
					displayName: 'Temp',
					name: 'temp',
					type: 'string',
					routing: { request: test.request },
					default: '',
				},
			],
		},
	};
	const { workflow, additionalData } = await startEngine(
		{ nodes: [node], connections: {} },
		{ credentials: { [type]: data }, extraNodes: { 'test.credential': nodeType } },
		'internal',
	);
	const context = new ExecuteContext(
		workflow,
		node,
		additionalData,
		'internal',
		createEmptyRunExecutionData(),
		0,
		[],
		{ main: [[{ json: {} }]] },
		{ node, data: {}, source: null },
		[],
	);
	return await new RoutingNode(context, nodeType).runNode();
}

/** What the test's rules say about a status, as n8n shows it. */
export function ruleFor(type: string, status: number): string | undefined {
	const rule = loadCredentialType(type).test?.rules?.find(
		(candidate) => candidate.type === 'responseCode' && candidate.properties.value === status,
	);
	return rule?.properties.message;
}
