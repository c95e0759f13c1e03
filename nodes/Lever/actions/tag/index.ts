import type { Resource } from '../../../shared/node/operation';
import * as getMany from './getMany';

export const tag: Resource = {
	name: 'Tag',
	value: 'tag',
	description: 'A label on opportunities and postings',
	defaultOperation: 'getMany',
	operations: [getMany],
};
