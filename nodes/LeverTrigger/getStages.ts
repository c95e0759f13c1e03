import type { ILoadOptionsFunctions, INodePropertyOptions } from 'n8n-workflow';

import { leverList } from '../Lever/transport/request';
import { toText, parseList } from '../shared/node/parameters';
import { resolveStages } from './stages';

/**
 * The account's stages for the filters of the trigger. A stage that the workflow names instead of giving its id (as the
 * shipped flows do) is listed too, so that the editor shows it as chosen.
 */
export async function getStages(this: ILoadOptionsFunctions): Promise<INodePropertyOptions[]> {
	const records = await leverList(this, {
		method: 'GET',
		path: '/stages',
		description: 'list the stages',
	});
	const stages = records.map(({ id, text }) => ({ id: toText(id), text: toText(text) }));
	const chosen = ['toStages', 'fromStages'].flatMap((name) =>
		parseList(this.getCurrentNodeParameter(name) ?? []),
	);
	const { ids } = resolveStages(chosen, stages);
	const byName = Object.keys(ids).filter((given) => ids[given] !== given);
	return [
		...byName.map((name) => ({
			name,
			value: name,
			description: 'Found by its name when the workflow is published',
		})),
		...stages
			.filter(({ id }) => !byName.some((name) => ids[name] === id))
			.map(({ id, text }) => ({ name: text, value: id })),
	];
}
