import type { Resource } from '../../../shared/node/operation';
import * as get from './get';
import * as getMany from './getMany';

export const archiveReason: Resource = {
	name: 'Archive Reason',
	value: 'archiveReason',
	description: 'Why an opportunity is archived: hired or another reason',
	defaultOperation: 'getMany',
	operations: [get, getMany],
};
