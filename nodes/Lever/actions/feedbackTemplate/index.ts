import type { Resource } from '../../../shared/node/operation';
import * as getMany from './getMany';

export const feedbackTemplate: Resource = {
	name: 'Feedback Template',
	value: 'feedbackTemplate',
	description: 'A form that feedback can be given on',
	defaultOperation: 'getMany',
	operations: [getMany],
};
