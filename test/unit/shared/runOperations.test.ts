import type { IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';
import { NodeApiError, NodeOperationError, UserError } from 'n8n-workflow';

import { RequestCancelledError } from '../../../nodes/shared/http/cancellation';
import type { Operation, Resource } from '../../../nodes/shared/node/operation';
import {
	getRequiredParameter,
	getRequiredList,
	getTextParameter,
} from '../../../nodes/shared/node/parameters';
import { runOperations } from '../../../nodes/shared/node/runOperations';
import { inNode, type Setup } from '../inNode';

/** Gives the item's text, or fails as it says. */
const echo: Operation = {
	option: { name: 'Echo', value: 'echo', action: 'Echo' },
	fields: [],
	async execute(this: IExecuteFunctions, itemIndex): Promise<INodeExecutionData[]> {
		const text = getTextParameter(this, itemIndex, 'text');
		if (text === 'plain') throw new Error('A plain error');
		if (text === 'user') throw new UserError('A user error', { description: 'Do this.' });
		if (text === 'operation')
			throw new NodeOperationError(this.getNode(), 'An operation error', {
				description: 'Do that.',
			});
		if (text === 'api')
			throw new NodeApiError(
				this.getNode(),
				{ message: 'An API error' },
				{ message: 'An API error', httpCode: '404', description: 'Look.' },
			);
		if (text === 'words') await jest.fn<Promise<void>, []>().mockRejectedValue('only words')();
		if (text === 'cancelled') throw new RequestCancelledError();
		return await Promise.resolve(
			text === 'none'
				? []
				: text === 'two'
					? [{ json: { text: '1' } }, { json: { text: '2' } }]
					: [{ json: { text } }],
		);
	},
};
const split: Operation = {
	...echo,
	option: { name: 'Split', value: 'split', action: 'Split' },
	outputOf: ({ json }) => (json.text === 'second' ? 1 : 0),
};
const resources: Resource[] = [
	{ name: 'Thing', value: 'thing', defaultOperation: 'echo', operations: [echo, split] },
];

const run = async (texts: string[], setup: Setup & { operation?: string } = {}) =>
	await inNode(async (context) => await runOperations(context, resources), {
		parameters: {
			resource: 'thing',
			operation: setup.operation ?? 'echo',
			text: '={{ $json.text }}',
		},
		items: texts.map((text) => ({ json: { text } })),
		...setup,
	});
const outputs = (result: Awaited<ReturnType<typeof run>>, output = 0) =>
	result.run.itemsOf('Node', output).map(({ json, pairedItem }) => ({ ...json, from: pairedItem }));

describe('the operations of a node', () => {
	it.each([
		['plain', undefined, 'This was about the opportunity o-1.'],
		['operation', undefined, 'Do that. This was about the opportunity o-1.'],
		['api', undefined, 'Look. This was about the opportunity o-1.'],
		['api', 'An API', 'Look.'],
	])(
		'say of a failure (%s) which opportunity it was about, once',
		async (text, opportunityId = 'o-1', description) => {
			const { error } = await run([text], {
				items: [
					{ json: { text, opportunityId: opportunityId === 'o-1' ? opportunityId : 'error' } },
				],
			});
			expect(error?.description).toBe(description);
		},
	);

	it('run on every item, in order; each outgoing item is paired with the one it came from', async () => {
		expect(outputs(await run(['a', 'two', 'none', 'b']))).toEqual([
			{ text: 'a', from: { item: 0 } },
			{ text: '1', from: { item: 1 } },
			{ text: '2', from: { item: 1 } },
			{ text: 'b', from: { item: 3 } },
		]);
	});

	it('run on no item without ado', async () => {
		const { value, error } = await inNode(
			async (context) => {
				jest.spyOn(context, 'getInputData').mockReturnValue([]);
				return await runOperations(context, resources);
			},
			{ parameters: { resource: 'thing', operation: 'echo' } },
		);
		expect([value, error]).toEqual([[[]], undefined]);
	});

	it.each([
		['plain', 'A plain error', undefined],
		['user', 'A user error', 'Do this.'],
		['operation', 'An operation error', 'Do that.'],
		['api', 'An API error', 'Look.'],
		['words', 'only words', undefined],
	])('stop at the first failure (%s), which names the item', async (text, message, description) => {
		const { error, run: execution } = await run(['a', text, 'b']);
		expect(error).toMatchObject({ message, context: { itemIndex: 1 } });
		expect(error?.description ?? undefined).toBe(description);
		expect(execution.status).toBe('error');
	});

	it('give what failed as an item when the node continues on fail, with the whole error for n8n', async () => {
		expect(
			outputs(await run(['user', 'a', 'plain'], { onError: 'continueRegularOutput' })),
		).toEqual([
			{ error: 'A user error', from: { item: 0 } },
			{ text: 'a', from: { item: 1 } },
			{ error: 'A plain error', from: { item: 2 } },
		]);
		expect(
			(await run(['user'], { onError: 'continueRegularOutput' })).run.itemsOf('Node')[0]?.error,
		).toMatchObject({
			message: 'A user error',
			description: 'Do this.',
			context: { itemIndex: 0 },
		});
	});

	it('give what failed through the error output when the node has one', async () => {
		const result = await run(['user', 'a'], { onError: 'continueErrorOutput' });
		expect(outputs(result)).toEqual([{ text: 'a', from: { item: 1 } }]);
		expect(outputs(result, 1)).toMatchObject([{ error: 'A user error', from: { item: 0 } }]);
	});

	it('sort items into the outputs of the operation; what failed comes first', async () => {
		const result = await run(['first', 'second', 'user'], {
			operation: 'split',
			outputs: 2,
			onError: 'continueRegularOutput',
		});
		expect(outputs(result)).toEqual([
			{ text: 'first', from: { item: 0 } },
			{ error: 'A user error', from: { item: 2 } },
		]);
		expect(outputs(result, 1)).toEqual([{ text: 'second', from: { item: 1 } }]);
	});

	it('keep both outputs apart from the error output', async () => {
		const result = await run(['first', 'second', 'user'], {
			operation: 'split',
			outputs: 2,
			onError: 'continueErrorOutput',
		});
		expect([outputs(result).length, outputs(result, 1).length, outputs(result, 2).length]).toEqual([
			1, 1, 1,
		]);
	});

	it('may differ from item to item; nothing is lost when only a later one has two outputs', async () => {
		const result = await run(['first', 'second'], {
			outputs: 2,
			parameters: {
				resource: 'thing',
				operation: "={{ $json.text === 'second' ? 'split' : 'echo' }}",
				text: '={{ $json.text }}',
			},
		});
		expect([outputs(result), outputs(result, 1)]).toEqual([
			[{ text: 'first', from: { item: 0 } }],
			[{ text: 'second', from: { item: 1 } }],
		]);
	});

	it('that do not exist are an error of their item', async () => {
		const parameters = {
			resource: 'thing',
			operation: "={{ $json.text === 'a' ? 'echo' : 'fly' }}",
			text: '={{ $json.text }}',
		};
		expect((await run(['b', 'a'], { parameters })).error).toMatchObject({
			message: 'This node has no operation "fly" on "thing"',
			context: { itemIndex: 0 },
		});
		expect(
			outputs(await run(['b', 'a'], { parameters, onError: 'continueRegularOutput' })),
		).toMatchObject([{ error: 'This node has no operation "fly" on "thing"' }, { text: 'a' }]);
	});

	it('end with the execution when it is stopped, whatever the node does on errors', async () => {
		const echoed = jest.spyOn(echo, 'execute');
		const { error, value } = await inNode(
			async (context) =>
				await runOperations(context, resources).catch((thrown: unknown) => ({ thrown })),
			{
				parameters: { resource: 'thing', operation: 'echo', text: '={{ $json.text }}' },
				items: ['a', 'cancelled', 'b'].map((text) => ({ json: { text } })),
				onError: 'continueRegularOutput',
			},
		);
		expect([error, value]).toEqual([
			undefined,
			{ thrown: expect.any(RequestCancelledError) as unknown },
		]);
		expect(echoed).toHaveBeenCalledTimes(2);
		echoed.mockRestore();
	});
});

describe('the value of a field', () => {
	it('that is missing is an error that names the item and says what to do', async () => {
		const { error } = await inNode(
			async (context) =>
				await Promise.resolve(getRequiredParameter(context, 1, 'text', 'opportunity')),
			{ parameters: { text: '={{ $json.id }}' }, items: [{ json: { id: '1' } }, { json: {} }] },
		);
		expect(error).toMatchObject({
			message: 'No opportunity is given',
			context: { itemIndex: 1 },
			description: expect.stringContaining('Fill in the opportunity.') as string,
		});
	});

	it('is trimmed text, also of a picker', async () => {
		const { value } = await inNode(
			async (context) =>
				await Promise.resolve({ text: getRequiredParameter(context, 0, 'picker', 'thing') }),
			{ parameters: { picker: { __rl: true, mode: 'id', value: ' o1 ' } } },
		);
		expect(value).toEqual({ text: 'o1' });
	});

	it('that takes several must hold one', async () => {
		const texts = async (text: string) =>
			await inNode(
				async (context) =>
					await Promise.resolve({ texts: getRequiredList(context, 0, 'text', 'tag') }),
				{ parameters: { text } },
			);
		expect((await texts('a, b')).value).toEqual({ texts: ['a', 'b'] });
		expect((await texts(' , ')).error?.message).toBe('No tag is given');
	});
});
