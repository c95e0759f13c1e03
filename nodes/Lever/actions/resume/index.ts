import type { Resource } from '../../../shared/node/operation';
import * as download from './download';
import * as get from './get';
import * as getMany from './getMany';

export const resume: Resource = {
	name: 'Resume',
	value: 'resume',
	description: 'A resume that a candidate applied with',
	defaultOperation: 'getMany',
	operations: [download, get, getMany],
};
