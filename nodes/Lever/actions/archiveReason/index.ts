import type { Resource } from '../../../shared/node/operation';
import * as get from './get';
import * as getMany from './getMany';

export const archiveReason: Resource = {
	name: 'Archive Reason',
	value: 'archiveReason',
	description: 'Why candidates are archived: hired or not',
	defaultOperation: 'getMany',
	operations: [get, getMany],
};
