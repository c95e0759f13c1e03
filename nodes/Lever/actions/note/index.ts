import type { Resource } from '../../../shared/operation';
import * as create from './create';

export const note: Resource = {
	name: 'Note',
	value: 'note',
	description: 'A comment on the profile of a candidate',
	defaultOperation: 'create',
	operations: [create],
};
