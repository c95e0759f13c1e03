import type { Resource } from '../../../shared/node/operation';
import * as getMany from './getMany';

export const source: Resource = {
	name: 'Source',
	value: 'source',
	description: 'A channel that candidates come from, such as a job board',
	defaultOperation: 'getMany',
	operations: [getMany],
};
