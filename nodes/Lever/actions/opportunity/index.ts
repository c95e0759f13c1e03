import type { Resource } from '../../../shared/node/operation';
import * as addLinks from './addLinks';
import * as addSources from './addSources';
import * as addTags from './addTags';
import * as archive from './archive';
import * as create from './create';
import * as get from './get';
import * as getMany from './getMany';
import * as getManyDeleted from './getManyDeleted';
import * as removeLinks from './removeLinks';
import * as removeSources from './removeSources';
import * as removeTags from './removeTags';
import * as unarchive from './unarchive';
import * as updateStage from './updateStage';

export const opportunity: Resource = {
	name: 'Opportunity',
	value: 'opportunity',
	description: 'One candidacy of a person, with its stage and tags',
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
		removeLinks,
		removeSources,
		removeTags,
		unarchive,
		updateStage,
	],
};
