import type { Resource } from '../../../shared/operation';
import * as invite from './invite';

export const application: Resource = {
	name: 'Application',
	value: 'application',
	description: "One candidate's run through one vacancy",
	defaultOperation: 'invite',
	operations: [invite],
};
