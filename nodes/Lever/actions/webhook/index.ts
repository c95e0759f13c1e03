import type { Resource } from '../../../shared/node/operation';
import * as getMany from './getMany';

export const webhook: Resource = {
	name: 'Webhook',
	value: 'webhook',
	description: 'A URL that Lever sends an event to',
	defaultOperation: 'getMany',
	operations: [getMany],
};
