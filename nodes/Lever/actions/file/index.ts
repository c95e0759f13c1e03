import type { Resource } from '../../../shared/node/operation';
import * as deleteFile from './delete';
import * as download from './download';
import * as get from './get';
import * as getMany from './getMany';
import * as upload from './upload';

export const file: Resource = {
	name: 'File',
	value: 'file',
	description: "A file on a candidate's profile, such as a report",
	defaultOperation: 'upload',
	operations: [deleteFile, download, get, getMany, upload],
};
