import type { Resource } from '../../../shared/node/operation';
import * as get from './get';
import * as getMany from './getMany';

export const archiveReason: Resource = {
	name: 'Archive Reason',
	value: 'archiveReason',
	description: 'A reason for archiving an opportunity, such as a hire',
	defaultOperation: 'getMany',
	operations: [get, getMany],
};
