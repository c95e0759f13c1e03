import type { Resource } from '../../../shared/node/operation';
import * as get from './get';
import * as getMany from './getMany';

export const user: Resource = {
	name: 'User',
	value: 'user',
	description: 'A person who works with the Lever account',
	defaultOperation: 'getMany',
	operations: [get, getMany],
};
