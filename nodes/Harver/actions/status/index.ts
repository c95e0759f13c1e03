import type { Resource } from '../../../shared/node/operation';
import * as getMany from './getMany';

export const status: Resource = {
	name: 'Status',
	value: 'status',
	description: 'A status that an application can have',
	defaultOperation: 'getMany',
	operations: [getMany],
};
