import type { Resource } from '../../../shared/node/operation';
import * as getMany from './getMany';

export const webhook: Resource = {
	name: 'Webhook',
	value: 'webhook',
	description: 'An event that Lever sends to a URL',
	defaultOperation: 'getMany',
	operations: [getMany],
};
