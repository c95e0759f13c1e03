import type { Resource } from '../../../shared/node/operation';
import * as getMany from './getMany';

export const tag: Resource = {
	name: 'Tag',
	value: 'tag',
	description: 'A word that opportunities and postings are marked with',
	defaultOperation: 'getMany',
	operations: [getMany],
};
