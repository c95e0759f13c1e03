import type { INode, INodeParameters } from 'n8n-workflow';

import type { LookUp } from '../../nodes/Harver/invite/invitation';
import type { Demo } from './demo';
import { readShippedWorkflows } from './imports';

/** Sets how the shipped flows that invite by an event find out who was invited before. */
export async function lookUpEarlierInvitations({ client }: Demo, how: LookUp): Promise<void> {
	const changed = ({ parameters }: INode): INodeParameters =>
		parameters.operation === 'invite'
			? { ...parameters, options: { ...(parameters.options as INodeParameters), lookUp: how } }
			: parameters;
	for (const { id, nodes } of await readShippedWorkflows()) {
		const startsByAnEvent = nodes.some(({ type }) => type.endsWith('.leverTrigger'));
		if (startsByAnEvent && nodes.some(({ parameters }) => parameters.operation === 'invite'))
			await client.changeNodes(id, changed);
	}
}
