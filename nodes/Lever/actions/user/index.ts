import type { Resource } from '../../../shared/node/operation';
import * as get from './get';
import * as getMany from './getMany';

export const user: Resource = {
	name: 'User',
	value: 'user',
	description: 'A user of the Lever account',
	defaultOperation: 'getMany',
	operations: [get, getMany],
};
