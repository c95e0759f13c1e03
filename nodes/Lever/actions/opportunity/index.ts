import type { Resource } from '../../../shared/node/operation';
import * as addLinks from './addLinks';
import * as addSources from './addSources';
import * as addTags from './addTags';
import * as archive from './archive';
import * as create from './create';
import * as get from './get';
import * as getMany from './getMany';
import * as getManyDeleted from './getManyDeleted';
import * as moveToStage from './moveToStage';
import * as removeLinks from './removeLinks';
import * as removeSources from './removeSources';
import * as removeTags from './removeTags';
import * as unarchive from './unarchive';

export const opportunity: Resource = {
	name: 'Opportunity',
	value: 'opportunity',
	description: 'A candidate for a posting, with a stage and tags',
	defaultOperation: 'get',
	operations: [
		addLinks,
		addSources,
		addTags,
		archive,
		create,
		get,
		getMany,
		getManyDeleted,
		moveToStage,
		removeLinks,
		removeSources,
		removeTags,
		unarchive,
	],
};
