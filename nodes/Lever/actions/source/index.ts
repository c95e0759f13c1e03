import type { Resource } from '../../../shared/node/operation';
import * as getMany from './getMany';

export const source: Resource = {
	name: 'Source',
	value: 'source',
	description: 'Where candidates come from',
	defaultOperation: 'getMany',
	operations: [getMany],
};
