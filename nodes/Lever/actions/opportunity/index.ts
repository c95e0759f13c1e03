import type { Resource } from '../../../shared/operation';
import * as addTags from './addTags';
import * as get from './get';

export const opportunity: Resource = {
	name: 'Opportunity',
	value: 'opportunity',
	description: 'One candidacy of a person, with its stage and tags',
	defaultOperation: 'get',
	operations: [addTags, get],
};
