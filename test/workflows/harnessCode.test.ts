import { runWorkflow, type WorkflowJson } from '../harness';
import { chain } from './chain';

const startThen = (...links: Parameters<typeof chain>[0]): WorkflowJson =>
	chain([{ name: 'Start', type: 'manualTrigger' }, ...links]);

describe('Code nodes', () => {
	it('run once for all items', async () => {
		const jsCode =
			"return $input.all().map((item) => ({ json: { sum: item.json.number + $('Start').first().json.number } }));";
		const { jsonOf, failure } = await runWorkflow(
			startThen({ name: 'Code', type: 'code', parameters: { jsCode } }),
			{ startNode: 'Start', items: [{ json: { number: 1 } }, { json: { number: 2 } }] },
		);
		expect(failure).toBeUndefined();
		expect(jsonOf('Code')).toEqual([{ sum: 2 }, { sum: 3 }]);
	});

	it('run once for each item, and pair the results with it', async () => {
		const parameters = {
			mode: 'runOnceForEachItem',
			jsCode: 'return { json: { double: $json.number * 2, at: $itemIndex } };',
		};
		const assignments = {
			assignments: [
				{ id: '1', name: 'was', type: 'number', value: "={{ $('Start').item.json.number }}" },
			],
		};
		const flow = startThen(
			{ name: 'Code', type: 'code', parameters },
			{
				name: 'Set',
				type: 'set',
				parameters: { assignments, includeOtherFields: true, options: {} },
			},
		);
		const { jsonOf, failure } = await runWorkflow(flow, {
			startNode: 'Start',
			items: [{ json: { number: 1 } }, { json: { number: 2 } }],
		});
		expect(failure).toBeUndefined();
		expect(jsonOf('Set')).toEqual([
			{ double: 2, at: 0, was: 1 },
			{ double: 4, at: 1, was: 2 },
		]);
	});

	it('work on copies, because the task runner is another process', async () => {
		const jsCode =
			"const item = $('Start').first().json; item.number = 99; items[0].json.number = 98; return [{ json: { number: item.number, at: new Date(0) } }];";
		const { jsonOf, failure } = await runWorkflow(
			startThen({ name: 'Code', type: 'code', parameters: { jsCode } }),
			{ startNode: 'Start', items: [{ json: { number: 1 } }] },
		);
		expect(failure).toBeUndefined();
		expect(jsonOf('Code')).toEqual([{ number: 99, at: '1970-01-01T00:00:00.000Z' }]);
		expect(jsonOf('Start')).toEqual([{ number: 1 }]);
	});

	it.each(['process.env.HOME', "fetch('http://127.0.0.1')", "require('node:fs')"])(
		'have no %s, as in n8n',
		async (expression) => {
			const { failure } = await runWorkflow(
				startThen({
					name: 'Code',
					type: 'code',
					parameters: { jsCode: `return [{ json: { value: await ${expression} } }];` },
				}),
				{ startNode: 'Start' },
			);
			expect(failure?.message).toMatch(/is not defined|is disallowed/u);
		},
	);

	it('fail with the error that they throw', async () => {
		const { failure } = await runWorkflow(
			startThen({
				name: 'Code',
				type: 'code',
				parameters: { jsCode: "throw new Error('Too many');" },
			}),
			{ startNode: 'Start' },
		);
		expect(failure).toMatchObject({
			node: 'Code',
			message: expect.stringContaining('Too many') as string,
		});
	});
});

describe('sub-workflows', () => {
	const assignments = {
		assignments: [{ id: '1', name: 'doubled', type: 'number', value: '={{ $json.number * 2 }}' }],
	};
	const doubling = chain([
		{ name: 'Called', type: 'executeWorkflowTrigger', parameters: { inputSource: 'passthrough' } },
		{ name: 'Double', type: 'set', parameters: { assignments, options: {} } },
	]);
	const calling = (workflowId: string) =>
		startThen(
			{
				name: 'Call',
				type: 'executeWorkflow',
				parameters: { workflowId: { __rl: true, mode: 'id', value: workflowId }, options: {} },
			},
			{
				name: 'Set',
				type: 'set',
				parameters: {
					assignments: {
						assignments: [
							{ id: '1', name: 'was', type: 'number', value: "={{ $('Start').item.json.number }}" },
						],
					},
					includeOtherFields: true,
					options: {},
				},
			},
		);

	it('run, and their items are paired with those of the caller', async () => {
		const { jsonOf, failure } = await runWorkflow(calling('double'), {
			startNode: 'Start',
			items: [{ json: { number: 1 } }, { json: { number: 2 } }],
			subWorkflows: { double: doubling },
		});
		expect(failure).toBeUndefined();
		expect(jsonOf('Set')).toEqual([
			{ doubled: 2, was: 1 },
			{ doubled: 4, was: 2 },
		]);
	});

	it('stop the node that calls them when they are missing or fail', async () => {
		const missing = await runWorkflow(calling('triple'), {
			startNode: 'Start',
			subWorkflows: { double: doubling },
		});
		expect(missing.failure).toMatchObject({
			node: 'Call',
			message: expect.stringContaining('no sub-workflow "triple"') as string,
		});
		const stopping = chain([
			{
				name: 'Called',
				type: 'executeWorkflowTrigger',
				parameters: { inputSource: 'passthrough' },
			},
			{ name: 'Stop', type: 'stopAndError', parameters: { errorMessage: 'Out of paper' } },
		]);
		const failed = await runWorkflow(calling('stop'), {
			startNode: 'Start',
			subWorkflows: { stop: stopping },
		});
		expect(failed.failure).toMatchObject({ node: 'Call', message: 'Out of paper' });
	});
});
