import { ExecutionCancelledError, NodeApiError, type INode } from 'n8n-workflow';

import { RequestCancelledError } from '../../../../nodes/shared/http/cancellation';
import { toNodeError, cloneNodeError } from '../../../../nodes/shared/http/toNodeError';

const NODE: INode = {
	id: 'n',
	name: 'Harver',
	type: 'harver',
	typeVersion: 1,
	position: [0, 0],
	parameters: {},
};
const refused = new NodeApiError(
	NODE,
	{ message: 'raw' },
	{
		message: 'Harver refused',
		description: 'X-Correlation-Id: c-1',
		httpCode: '403',
		itemIndex: 7,
	},
);

it('returns a cancellation unchanged', () => {
	const stopped = new RequestCancelledError();
	expect(toNodeError(NODE, stopped)).toBe(stopped);
	expect(cloneNodeError(NODE, stopped, 0)).toBeInstanceOf(ExecutionCancelledError);
});

it('turns other errors into errors of the node', () => {
	expect(toNodeError(NODE, refused)).toMatchObject({ message: 'Harver refused', httpCode: '403' });
	expect(toNodeError(NODE, new Error('broken'))).toBeInstanceOf(NodeApiError);
});

it('clones an error for each item that waited, with all details', () => {
	const one = cloneNodeError(NODE, refused, 1);
	const other = cloneNodeError(NODE, refused, 2);
	if (!(one instanceof NodeApiError)) throw new Error('It is no error of the node.');
	expect(one).toMatchObject({
		message: 'Harver refused',
		description: 'X-Correlation-Id: c-1',
		httpCode: '403',
		context: { itemIndex: 1 },
	});
	one.description = 'Opportunity ID: o-1.';
	one.context.itemIndex = 9;
	expect(other).toMatchObject({ description: 'X-Correlation-Id: c-1', context: { itemIndex: 2 } });
	expect(refused).toMatchObject({
		description: 'X-Correlation-Id: c-1',
		context: { itemIndex: 7 },
	});
});
