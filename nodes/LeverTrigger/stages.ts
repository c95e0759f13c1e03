import type { IHookFunctions, ILoadOptionsFunctions, INodePropertyOptions } from 'n8n-workflow';
import { NodeOperationError } from 'n8n-workflow';

import { leverList } from '../Lever/transport/request';
import { parseList, toText } from '../shared/node/parameters';
import { saveStaticData } from './leverWebhooks';

export interface Stage {
	id: string;
	text: string;
}

/**
 * The ids of stages given by id or by name (not case-sensitive). `unknown` lists those that the account does not have,
 * `ambiguous` the names that several stages have.
 */
export function resolveStages(
	given: string[],
	stages: Stage[],
): { ids: Record<string, string>; unknown: string[]; ambiguous: string[] } {
	const ids: Record<string, string> = {};
	const unknown: string[] = [];
	const ambiguous: string[] = [];
	for (const entry of new Set(given)) {
		const byId = stages.find(({ id }) => id === entry);
		const byName = stages.filter(
			({ text }) => text.trim().toLowerCase() === entry.trim().toLowerCase(),
		);
		const [stage] = byId ? [byId] : byName;
		if (!stage) unknown.push(entry);
		else if (!byId && byName.length > 1) ambiguous.push(entry);
		else ids[entry] = stage.id;
	}
	return { ids, unknown, ambiguous };
}

/**
 * Finds the ids of the stages in the filters and saves them for the deliveries, which call no service. Throws
 * NodeOperationError when the account has no such stage or several with the same name, and NodeApiError.
 */
export async function cacheStageIds(context: IHookFunctions): Promise<void> {
	const given = ['toStages', 'fromStages'].flatMap((field) =>
		parseList(context.getNodeParameter(field, [])),
	);
	if (given.length === 0) {
		saveStaticData(context, { stageIds: {} });
		return;
	}
	const stages = await listStages(context);
	const { ids, unknown, ambiguous } = resolveStages(given, stages);
	if (unknown.length > 0 || ambiguous.length > 0) {
		throw new NodeOperationError(
			context.getNode(),
			unknown.length > 0
				? `Lever has no stage "${unknown.join('", "')}"`
				: `Lever has several stages named "${ambiguous.join('", "')}"`,
			{
				description: `Choose the stage from the list in the Lever Trigger. Your account has: ${stages.map(({ text }) => text).join(', ')}.`,
			},
		);
	}
	saveStaticData(context, { stageIds: ids });
}

/**
 * The account's stages for the filters of the trigger. A stage that the workflow gives by name is listed under that name,
 * so that the editor shows it as chosen.
 */
export async function getStages(this: ILoadOptionsFunctions): Promise<INodePropertyOptions[]> {
	const stages = await listStages(this);
	const given = ['toStages', 'fromStages'].flatMap((field) =>
		parseList(this.getCurrentNodeParameter(field) ?? []),
	);
	const { ids } = resolveStages(given, stages);
	const names = Object.keys(ids).filter((entry) => ids[entry] !== entry);
	return [
		...names.map((name) => ({
			name,
			value: name,
			description: 'Found by name when the workflow is published',
		})),
		...stages
			.filter(({ id }) => !names.some((name) => ids[name] === id))
			.map(({ id, text }) => ({ name: text, value: id })),
	];
}

async function listStages(context: IHookFunctions | ILoadOptionsFunctions): Promise<Stage[]> {
	const records = await leverList(context, {
		method: 'GET',
		path: '/stages',
		description: 'list the stages',
	});
	return records.map(({ id, text }) => ({ id: toText(id), text: toText(text) }));
}
