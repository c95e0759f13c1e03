import type { Resource } from '../../../shared/node/operation';
import * as download from './download';
import * as get from './get';
import * as getMany from './getMany';

export const resume: Resource = {
	name: 'Resume',
	value: 'resume',
	description: "A resume on a candidate's profile",
	defaultOperation: 'getMany',
	operations: [download, get, getMany],
};
