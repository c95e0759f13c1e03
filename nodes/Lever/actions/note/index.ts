import type { Resource } from '../../../shared/node/operation';
import * as create from './create';
import * as deleteNote from './delete';
import * as get from './get';
import * as getMany from './getMany';

export const note: Resource = {
	name: 'Note',
	value: 'note',
	description: "A note on a candidate's profile",
	defaultOperation: 'create',
	operations: [create, deleteNote, get, getMany],
};
