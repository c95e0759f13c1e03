import type { IDataObject, INodeExecutionData } from 'n8n-workflow';

import { buildErrorItem, runWorkflow, type RunResult } from '../harness';
import { chain, type Link } from './chain';

const itemsOf = (...jsons: IDataObject[]): INodeExecutionData[] => jsons.map((json) => ({ json }));

const CONDITION_OPTIONS = {
	caseSensitive: true,
	leftValue: '',
	typeValidation: 'strict',
	version: 2,
};
const isBig = {
	options: CONDITION_OPTIONS,
	combinator: 'and',
	conditions: [
		{
			id: '1',
			leftValue: '={{ $json.size }}',
			rightValue: 10,
			operator: { type: 'number', operation: 'gt' },
		},
	],
};

async function run(link: Link, items: INodeExecutionData[]): Promise<RunResult> {
	const result = await runWorkflow(chain([{ name: 'Start', type: 'manualTrigger' }, link]), {
		startNode: 'Start',
		items,
	});
	expect(result.failure).toBeUndefined();
	return result;
}

describe('starts from a trigger by name, with given items', () => {
	it.each([
		['scheduleTrigger', { rule: { interval: [{ field: 'hours' }] } }],
		['manualTrigger', {}],
		['errorTrigger', {}],
		['executeWorkflowTrigger', { inputSource: 'passthrough' }],
		['webhook', { path: 'test', httpMethod: 'POST' }],
	])('%s', async (type, parameters) => {
		const flow = chain([
			{ name: 'Start', type, parameters },
			{ name: 'Last', type: 'noOp' },
		]);
		const { jsonOf, status } = await runWorkflow(flow, {
			startNode: 'Start',
			items: itemsOf({ number: 1 }, { number: 2 }),
		});
		expect(status).toBe('success');
		expect(jsonOf('Last')).toEqual([{ number: 1 }, { number: 2 }]);
	});
});

describe("runs n8n's own nodes", () => {
	it('IF', async () => {
		const { jsonOf } = await run(
			{ name: 'Big?', type: 'if', parameters: { conditions: isBig, options: {} } },
			itemsOf({ size: 5 }, { size: 50 }),
		);
		expect([jsonOf('Big?', 0), jsonOf('Big?', 1)]).toEqual([[{ size: 50 }], [{ size: 5 }]]);
	});

	it('Filter', async () => {
		const { jsonOf } = await run(
			{ name: 'Big', type: 'filter', parameters: { conditions: isBig, options: {} } },
			itemsOf({ size: 5 }, { size: 50 }),
		);
		expect(jsonOf('Big')).toEqual([{ size: 50 }]);
	});

	it('Switch', async () => {
		const rule = (value: string) => ({
			conditions: {
				options: CONDITION_OPTIONS,
				combinator: 'and',
				conditions: [
					{
						id: value,
						leftValue: '={{ $json.kind }}',
						rightValue: value,
						operator: { type: 'string', operation: 'equals' },
					},
				],
			},
		});
		const parameters = {
			mode: 'rules',
			rules: { values: [rule('pass'), rule('fail')] },
			options: { fallbackOutput: 'extra' },
		};
		const { jsonOf } = await run(
			{ name: 'Which?', type: 'switch', parameters },
			itemsOf({ kind: 'fail' }, { kind: 'pass' }, { kind: 'else' }),
		);
		expect([0, 1, 2].map((output) => jsonOf('Which?', output))).toEqual([
			[{ kind: 'pass' }],
			[{ kind: 'fail' }],
			[{ kind: 'else' }],
		]);
	});

	it('Edit Fields (Set)', async () => {
		const assignments = {
			assignments: [
				{ id: '1', name: 'greeting', type: 'string', value: '=Hello {{ $json.name }}' },
			],
		};
		const { jsonOf } = await run(
			{
				name: 'Set',
				type: 'set',
				parameters: { assignments, includeOtherFields: true, options: {} },
			},
			itemsOf({ name: 'Ada' }),
		);
		expect(jsonOf('Set')).toEqual([{ name: 'Ada', greeting: 'Hello Ada' }]);
	});

	it('Split Out', async () => {
		const { jsonOf } = await run(
			{ name: 'Split', type: 'splitOut', parameters: { fieldToSplitOut: 'tags', options: {} } },
			itemsOf({ tags: ['a', 'b'] }),
		);
		expect(jsonOf('Split')).toEqual([{ tags: 'a' }, { tags: 'b' }]);
	});

	it('Aggregate, Limit, Sort and Remove Duplicates', async () => {
		const flow = chain([
			{ name: 'Start', type: 'manualTrigger' },
			{
				name: 'Unique',
				type: 'removeDuplicates',
				parameters: { compare: 'allFields', options: {} },
			},
			{
				name: 'Sort',
				type: 'sort',
				parameters: {
					sortFieldsUi: { sortField: [{ fieldName: 'number', order: 'descending' }] },
					options: {},
				},
			},
			{ name: 'Limit', type: 'limit', parameters: { maxItems: 2 } },
			{
				name: 'Aggregate',
				type: 'aggregate',
				parameters: {
					fieldsToAggregate: { fieldToAggregate: [{ fieldToAggregate: 'number' }] },
					options: {},
				},
			},
		]);
		const { jsonOf, failure } = await runWorkflow(flow, {
			startNode: 'Start',
			items: itemsOf({ number: 1 }, { number: 3 }, { number: 3 }, { number: 2 }),
		});
		expect(failure).toBeUndefined();
		expect(jsonOf('Aggregate')).toEqual([{ number: [3, 2] }]);
	});

	it('Merge two branches', async () => {
		const flow = chain(
			[
				{ name: 'Start', type: 'manualTrigger' },
				{ name: 'Left', type: 'noOp' },
				{ name: 'Right', type: 'noOp' },
				{ name: 'Both', type: 'merge', parameters: { mode: 'append' } },
			],
			[
				['Start', 0, 'Left'],
				['Start', 0, 'Right'],
				['Left', 0, 'Both'],
			],
		);
		flow.connections.Right = { main: [[{ node: 'Both', type: 'main', index: 1 }]] };
		const { jsonOf, failure } = await runWorkflow(flow, {
			startNode: 'Start',
			items: itemsOf({ number: 1 }),
		});
		expect(failure).toBeUndefined();
		expect(jsonOf('Both')).toEqual([{ number: 1 }, { number: 1 }]);
	});

	it('Loop Over Items', async () => {
		const flow = chain(
			[
				{ name: 'Start', type: 'manualTrigger' },
				{ name: 'Loop', type: 'splitInBatches', parameters: { batchSize: 1, options: {} } },
				{ name: 'Each', type: 'noOp' },
				{ name: 'Done', type: 'noOp' },
			],
			[
				['Loop', 1, 'Each'],
				['Each', 0, 'Loop'],
				['Loop', 0, 'Done'],
				['Start', 0, 'Loop'],
			],
		);
		const { jsonOf, nodesRun } = await runWorkflow(flow, {
			startNode: 'Start',
			items: itemsOf({ number: 1 }, { number: 2 }),
		});
		expect(nodesRun).toEqual(['Start', 'Loop', 'Each', 'Loop', 'Each', 'Loop', 'Done']);
		expect(jsonOf('Done')).toEqual([{ number: 1 }, { number: 2 }]);
	});

	it('Date & Time, and dates in expressions', async () => {
		const parameters = {
			operation: 'addToDate',
			magnitude: '={{ DateTime.fromISO($json.from).toISO() }}',
			timeUnit: 'days',
			duration: 3,
			options: {},
		};
		const { jsonOf } = await run(
			{ name: 'Later', type: 'dateTime', parameters },
			itemsOf({ from: '2026-01-30T10:00:00.000Z' }),
		);
		expect(new Date(jsonOf('Later')[0]?.newDate as string).toISOString()).toBe(
			'2026-02-02T10:00:00.000Z',
		);
	});

	it('Stop and Error', async () => {
		const flow = chain([
			{ name: 'Start', type: 'manualTrigger' },
			{
				name: 'Stop',
				type: 'stopAndError',
				parameters: { errorMessage: '=Too big: {{ $json.size }}' },
			},
		]);
		const { failure } = await runWorkflow(flow, {
			startNode: 'Start',
			items: itemsOf({ size: 50 }),
		});
		expect(failure).toEqual({ node: 'Stop', message: 'Too big: 50' });
	});

	it('Error Trigger, with the failure of another run', async () => {
		const failing = chain([
			{ name: 'Start', type: 'manualTrigger' },
			{ name: 'Stop', type: 'stopAndError', parameters: { errorMessage: 'Out of paper' } },
		]);
		const failed = await runWorkflow(failing, { startNode: 'Start' });
		const assignments = {
			assignments: [
				{
					id: '1',
					name: 'text',
					type: 'string',
					value: '={{ $json.execution.lastNodeExecuted }}: {{ $json.execution.error.message }}',
				},
			],
		};
		const report = chain([
			{ name: 'On Error', type: 'errorTrigger' },
			{ name: 'Report', type: 'set', parameters: { assignments, options: {} } },
		]);
		const { jsonOf } = await runWorkflow(report, {
			startNode: 'On Error',
			items: [buildErrorItem({ ...failing, id: 'flow-1', name: 'Printing' }, failed)],
		});
		expect(jsonOf('On Error')[0]).toMatchObject({ workflow: { id: 'flow-1', name: 'Printing' } });
		expect(jsonOf('Report')).toEqual([{ text: 'Stop: Out of paper' }]);
	});
});
