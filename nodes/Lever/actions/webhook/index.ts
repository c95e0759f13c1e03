import type { Resource } from '../../../shared/node/operation';
import * as getMany from './getMany';

export const webhook: Resource = {
	name: 'Webhook',
	value: 'webhook',
	description: 'What Lever tells of its events, and to which address',
	defaultOperation: 'getMany',
	operations: [getMany],
};
