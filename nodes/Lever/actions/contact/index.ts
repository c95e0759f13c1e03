import type { Resource } from '../../../shared/node/operation';
import * as get from './get';

export const contact: Resource = {
	name: 'Contact',
	value: 'contact',
	description: 'A person who can have several opportunities',
	defaultOperation: 'get',
	operations: [get],
};
