import type { Resource } from '../../../shared/node/operation';
import * as findByTags from './findByTags';
import * as get from './get';
import * as getCandidates from './getCandidates';
import * as getMany from './getMany';
import * as updateStatus from './updateStatus';

export const vacancy: Resource = {
	name: 'Vacancy',
	value: 'vacancy',
	description: 'A position with its assessment',
	defaultOperation: 'getMany',
	operations: [findByTags, get, getCandidates, getMany, updateStatus],
};
