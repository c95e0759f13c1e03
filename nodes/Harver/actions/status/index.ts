import type { Resource } from '../../../shared/node/operation';
import * as getMany from './getMany';

export const status: Resource = {
	name: 'Status',
	value: 'status',
	description: 'An application status',
	defaultOperation: 'getMany',
	operations: [getMany],
};
