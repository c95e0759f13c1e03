import type { IHookFunctions } from 'n8n-workflow';
import { NodeOperationError } from 'n8n-workflow';

import { leverList } from '../Lever/transport/request';
import { toText, parseList } from '../shared/node/parameters';
import type { TriggerMemory } from './memory';
import { resolveStages } from './stages';

/**
 * Finds out the ids of the stages that the filters name and keeps them for the deliveries, which ask nobody. Throws
 * NodeOperationError when the account has no such stage or several of one name, NodeApiError.
 */
export async function rememberStages(
	context: IHookFunctions,
	memory: TriggerMemory,
): Promise<void> {
	const given = ['toStages', 'fromStages'].flatMap((name) =>
		parseList(context.getNodeParameter(name, [])),
	);
	if (given.length === 0) {
		memory.stageIds = {};
		return;
	}
	const records = await leverList(context, {
		method: 'GET',
		path: '/stages',
		description: 'list the stages',
	});
	const stages = records.map(({ id, text }) => ({ id: toText(id), text: toText(text) }));
	const { ids, unknown, ambiguous } = resolveStages(given, stages);
	if (unknown.length > 0 || ambiguous.length > 0) {
		throw new NodeOperationError(
			context.getNode(),
			unknown.length > 0
				? `Lever has no stage "${unknown.join('", "')}"`
				: `Several stages in Lever are called "${ambiguous.join('", "')}"`,
			{
				description: `Choose the stage from the list in the Lever Trigger. The account has: ${stages.map(({ text }) => text).join(', ')}.`,
			},
		);
	}
	memory.stageIds = ids;
}
