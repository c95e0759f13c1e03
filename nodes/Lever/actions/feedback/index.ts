import type { Resource } from '../../../shared/node/operation';
import * as create from './create';
import * as get from './get';
import * as getMany from './getMany';

export const feedback: Resource = {
	name: 'Feedback',
	value: 'feedback',
	description: 'A form that an interviewer fills in about a candidate',
	defaultOperation: 'create',
	operations: [create, get, getMany],
};
