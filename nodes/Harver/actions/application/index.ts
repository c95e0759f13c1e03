import type { Resource } from '../../../shared/node/operation';
import * as deleteApplication from './delete';
import * as get from './get';
import * as getMany from './getMany';
import * as getReapplyStatus from './getReapplyStatus';
import * as invite from './invite';
import * as setAtsParameters from './setAtsParameters';
import * as updateStatus from './updateStatus';

export const application: Resource = {
	name: 'Application',
	value: 'application',
	description: "A candidate's application to a vacancy",
	defaultOperation: 'invite',
	operations: [
		deleteApplication,
		get,
		getMany,
		getReapplyStatus,
		invite,
		setAtsParameters,
		updateStatus,
	],
};
