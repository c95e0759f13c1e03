import type { IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';
import { NodeApiError, NodeOperationError, UserError } from 'n8n-workflow';

import { RequestCancelledError } from '../../../../nodes/shared/http/cancellation';
import type { Operation, Resource } from '../../../../nodes/shared/node/operation';
import {
	getRequiredParameter,
	getRequiredList,
	getTextParameter,
} from '../../../../nodes/shared/node/parameters';
import { opportunityIdFrom, runOperations } from '../../../../nodes/shared/node/runOperations';
import { inNode, type Setup } from '../../inNode';

/** Returns the item's text, or fails in the way it names. */
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
		if (text === 'dated') return [{ json: { at: new Date(0), none: undefined } }];
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
	getOutputIndex: ({ json }) => (json.text === 'second' ? 1 : 0),
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
	it('run on every item in order, and pair each result with its input item', async () => {
		expect(outputs(await run(['a', 'two', 'none', 'b']))).toEqual([
			{ text: 'a', from: { item: 0 } },
			{ text: '1', from: { item: 1 } },
			{ text: '2', from: { item: 1 } },
			{ text: 'b', from: { item: 3 } },
		]);
	});

	it('return nothing for no items', async () => {
		const { value, error } = await inNode(
			async (context) => {
				jest.spyOn(context, 'getInputData').mockReturnValue([]);
				return await runOperations(context, resources);
			},
			{ parameters: { resource: 'thing', operation: 'echo' } },
		);
		expect([value, error]).toEqual([[[]], undefined]);
	});

	it('return plain JSON: dates as text, no empty fields', async () => {
		const [item] = outputs(await run(['dated']));
		expect(item).toStrictEqual({ at: '1970-01-01T00:00:00.000Z', from: { item: 0 } });
	});

	it('sort items into the two outputs of an operation', async () => {
		const result = await run(['first', 'second'], { operation: 'split', outputs: 2 });
		expect([outputs(result), outputs(result, 1)]).toEqual([
			[{ text: 'first', from: { item: 0 } }],
			[{ text: 'second', from: { item: 1 } }],
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

	it('stop when the execution is stopped, even if the node continues on errors', async () => {
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

describe('a failure', () => {
	it.each([
		['plain', 'A plain error', undefined],
		['user', 'A user error', 'Do this.'],
		['operation', 'An operation error', 'Do that.'],
		['api', 'An API error', 'Look.'],
		['words', 'only words', undefined],
	])('(%s) stops the node and names the item', async (text, message, description) => {
		const { error, run: execution } = await run(['a', text, 'b']);
		expect(error).toMatchObject({ message, context: { itemIndex: 1 } });
		expect(error?.description ?? undefined).toBe(description);
		expect(execution.status).toBe('error');
	});

	it('is thrown for an operation that does not exist, for its item', async () => {
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

	it.each([
		['plain', 'o-1', 'Opportunity ID: o-1.'],
		['operation', 'o-1', 'Do that. Opportunity ID: o-1.'],
		['api', 'o-1', 'Look. Opportunity ID: o-1.'],
		['api', 'Look', 'Look.'],
		['api', 'Loo', 'Look. Opportunity ID: Loo.'],
	])('(%s) says which opportunity it was about (%s), once', async (text, id, description) => {
		const { error } = await run([text], { items: [{ json: { text, opportunityId: id } }] });
		expect(error?.description).toBe(description);
		expect(error?.context).toMatchObject({ opportunityId: id });
	});

	it.each([
		['in the field', 'in-the-field', 'in-the-field'],
		['of the item when the field is empty', '', 'of-the-item'],
		['of the item when the field holds a text', 'about opportunity other-one', 'of-the-item'],
	])('is about the opportunity %s', async (_which, opportunityId, expected) => {
		const { error } = await run(['plain'], {
			items: [{ json: { text: 'plain', opportunityId: 'of-the-item' } }],
			parameters: { resource: 'thing', operation: 'echo', text: 'plain', opportunityId },
		});
		expect(error?.description).toBe(`Opportunity ID: ${expected}.`);
	});

	it('is about the opportunity of the item when the expression in the field is what failed', async () => {
		const { error } = await run(['plain'], {
			items: [{ json: { opportunityId: 'of-the-item' } }],
			parameters: {
				resource: 'thing',
				operation: 'echo',
				text: 'plain',
				opportunityId: "={{ $('Nowhere').item.json.id }}",
			},
		});
		expect(error?.description).toContain('Opportunity ID: of-the-item.');
	});
});

describe('a failed item of a node that continues', () => {
	it('is plain JSON with what failed, what to do, the status and the opportunity', async () => {
		const result = await run([], {
			items: ['api', 'a', 'plain'].map((text) => ({ json: { text, opportunityId: 'o-1' } })),
			onError: 'continueRegularOutput',
		});
		expect(result.run.itemsOf('Node')).toStrictEqual([
			{
				json: {
					error: 'An API error',
					details: {
						description: 'Look. Opportunity ID: o-1.',
						httpCode: '404',
						opportunityId: 'o-1',
					},
				},
				pairedItem: { item: 0 },
			},
			{ json: { text: 'a' }, pairedItem: { item: 1 } },
			{
				json: {
					error: 'A plain error',
					details: {
						description: 'Opportunity ID: o-1.',
						opportunityId: 'o-1',
					},
				},
				pairedItem: { item: 2 },
			},
		]);
	});

	it('leaves through the error output when the node has one', async () => {
		const result = await run(['user', 'a'], { onError: 'continueErrorOutput' });
		expect(outputs(result)).toEqual([{ text: 'a', from: { item: 1 } }]);
		expect(result.run.itemsOf('Node', 1)).toStrictEqual([
			{
				json: { error: 'A user error', details: { description: 'Do this.' } },
				pairedItem: { item: 0 },
			},
		]);
	});

	it.each([
		['continueRegularOutput' as const, [2, 1]],
		['continueErrorOutput' as const, [1, 1, 1]],
	])('is kept apart from both outputs of an operation only by %s', async (onError, counts) => {
		const result = await run(['first', 'second', 'user'], {
			operation: 'split',
			outputs: 2,
			onError,
		});
		expect(counts.map((_count, output) => outputs(result, output).length)).toEqual(counts);
	});
});

it.each([
	['the result of an invitation', { opportunityId: 'o1' }, 'o1'],
	['an application', { id: 'a1', lever: { opportunityId: 'o1' } }, 'o1'],
	['a delivery', { event: 'candidateHired', data: { opportunityId: 'o1' } }, 'o1'],
	['an opportunity', { id: 'o1', stage: 'lead-new', contact: 'c1' }, 'o1'],
	['another record with an ID', { id: 'a1', stage: 'lead-new' }, undefined],
	['an application from elsewhere', { id: 'a1', lever: { opportunityId: null } }, undefined],
	['a text', { data: { opportunityId: 'see https://evil.example' } }, undefined],
	['a text that names one', { text: 'Opportunity ID: o1.' }, undefined],
	['a very long value', { data: { opportunityId: 'x'.repeat(65) } }, undefined],
])('finds the opportunity that an item is about: %s', (_what, json, expected) => {
	expect(opportunityIdFrom(json)).toBe(expected);
});

describe('the value of a field', () => {
	it('that is missing is an error that names the item and says what to do', async () => {
		const { error } = await inNode(
			async (context) =>
				await Promise.resolve(getRequiredParameter(context, 1, 'text', 'opportunity')),
			{ parameters: { text: '={{ $json.id }}' }, items: [{ json: { id: '1' } }, { json: {} }] },
		);
		expect(error).toMatchObject({
			message: 'No opportunity was provided',
			context: { itemIndex: 1 },
			description: expect.stringContaining('Enter the opportunity.') as string,
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
		expect((await texts(' , ')).error?.message).toBe('No tag was provided');
	});
});
