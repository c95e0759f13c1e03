import type { Resource } from '../../../shared/node/operation';
import * as getMany from './getMany';

export const feedbackTemplate: Resource = {
	name: 'Feedback Template',
	value: 'feedbackTemplate',
	description: 'A template for feedback forms',
	defaultOperation: 'getMany',
	operations: [getMany],
};
