import type { Resource } from '../../../shared/node/operation';
import * as get from './get';
import * as getMany from './getMany';

export const stage: Resource = {
	name: 'Stage',
	value: 'stage',
	description: 'A step in the pipeline',
	defaultOperation: 'getMany',
	operations: [get, getMany],
};
