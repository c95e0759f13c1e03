import type { Resource } from '../../../shared/node/operation';
import * as getMany from './getMany';

export const account: Resource = {
	name: 'Account',
	value: 'account',
	description: 'A company in Harver',
	defaultOperation: 'getMany',
	operations: [getMany],
};
