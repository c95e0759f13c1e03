import type { Resource } from '../../../shared/node/operation';
import * as get from './get';
import * as getMany from './getMany';

export const posting: Resource = {
	name: 'Posting',
	value: 'posting',
	description: 'A job posting that candidates apply to',
	defaultOperation: 'getMany',
	operations: [get, getMany],
};
