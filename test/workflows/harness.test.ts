import nock from 'nock';
import type { ICredentialType, IDataObject } from 'n8n-workflow';

import { readFile, runWorkflow, type WorkflowJson } from '../harness';
import { chain } from './chain';
import { nodeThat } from './otherNodes';

const TYPE = 'n8n-nodes-other.other';
const leverCredential = { leverApi: { id: '1', name: 'Lever account' } };
/** A Lever node that finds no opportunity in the item. */
const writeNowhere = {
	name: 'Write',
	type: 'n8n-nodes-lever-harver.lever',
	parameters: {
		resource: 'note',
		operation: 'create',
		opportunityId: { __rl: true, mode: 'id', value: '={{ $json.nothing }}' },
		text: 'Hello',
	},
};
const startThen = (...links: Parameters<typeof chain>[0]): WorkflowJson =>
	chain([{ name: 'Start', type: 'manualTrigger' }, ...links]);

it('runs the example of its README', async () => {
	const id = { __rl: true, mode: 'id', value: '={{ $json.data.opportunityId }}' };
	const flow = chain([
		{ name: 'Candidate Reaches the Stage', type: 'n8n-nodes-lever-harver.leverTrigger' },
		{
			name: 'Read',
			type: 'n8n-nodes-lever-harver.lever',
			credentials: leverCredential,
			parameters: { resource: 'opportunity', operation: 'get', opportunityId: id },
		},
		{
			name: 'Tag',
			type: 'n8n-nodes-lever-harver.lever',
			credentials: leverCredential,
			parameters: {
				resource: 'opportunity',
				operation: 'addTags',
				opportunityId: { ...id, value: '={{ $json.id }}' },
				tags: 'Seen',
			},
		},
	]);
	const lever = nock('https://api.lever.co/v1')
		.get('/opportunities/o1')
		.query(true)
		.reply(200, { data: { id: 'o1', name: 'Ada Example', tags: [] } })
		.post('/opportunities/o1/addTags', { tags: ['Seen'] })
		.reply(200, { data: { id: 'o1', tags: ['Seen'] } });

	const result = await runWorkflow(flow, {
		startNode: 'Candidate Reaches the Stage',
		items: [{ json: { event: 'candidateStageChange', data: { opportunityId: 'o1' } } }],
		credentials: { leverApi: { apiKey: 'any' } },
	});

	expect(result.failure).toBeUndefined();
	expect(result.nodesRun).toEqual(['Candidate Reaches the Stage', 'Read', 'Tag']);
	expect(result.jsonOf('Tag')).toMatchObject([{ id: 'o1', tags: ['Seen'] }]);
	expect(lever.isDone()).toBe(true);
});

describe('the result of a run', () => {
	it('lists the nodes in the order in which n8n ran them: branch by branch, the upper one first', async () => {
		const flow = chain(
			[
				{ name: 'Start', type: 'manualTrigger' },
				{ name: 'Upper', type: 'noOp' },
				{ name: 'After Upper', type: 'noOp' },
				{ name: 'Lower', type: 'noOp' },
			],
			[
				['Start', 0, 'Upper'],
				['Start', 0, 'Lower'],
				['Upper', 0, 'After Upper'],
			],
		);
		for (const node of flow.nodes) if (node.name === 'Lower') node.position = [200, 300];
		const { nodesRun } = await runWorkflow(flow, { startNode: 'Start' });
		expect(nodesRun).toEqual(['Start', 'Upper', 'After Upper', 'Lower']);
	});

	it('has no items of a node that did not run', async () => {
		const { itemsOf, jsonOf } = await runWorkflow(startThen(), { startNode: 'Start' });
		expect([itemsOf('Not There'), jsonOf('Start', 1)]).toEqual([[], []]);
	});

	it('names the node that failed, with its message and advice', async () => {
		const { status, failure, error } = await runWorkflow(startThen(writeNowhere), {
			startNode: 'Start',
			credentials: { leverApi: { apiKey: 'key' } },
		});
		expect(status).toBe('error');
		expect(failure).toEqual({
			node: 'Write',
			message: 'No opportunity was provided',
			description:
				'Enter the opportunity. If the field contains an expression, check that it returns a value for this item.',
		});
		expect(error?.message).toBe('No opportunity was provided');
	});

	it('has the items in the error output of a node that continues on errors', async () => {
		const flow = chain(
			[
				{ name: 'Start', type: 'manualTrigger' },
				{ ...writeNowhere, onError: 'continueErrorOutput' },
				{ name: 'Fine', type: 'noOp' },
				{ name: 'Not Fine', type: 'noOp' },
			],
			[
				['Write', 0, 'Fine'],
				['Write', 1, 'Not Fine'],
			],
		);
		const { status, nodesRun, jsonOf } = await runWorkflow(flow, {
			startNode: 'Start',
			credentials: { leverApi: { apiKey: 'key' } },
		});
		expect(status).toBe('success');
		expect(nodesRun).toEqual(['Start', 'Write', 'Not Fine']);
		expect(jsonOf('Not Fine')).toMatchObject([{ error: 'No opportunity was provided' }]);
	});

	it('says that the run is waiting', async () => {
		const sleeping = nodeThat(async (context) => {
			await context.putExecutionToWait(new Date(Date.now() + 3_600_000));
			return {};
		});
		const { status } = await runWorkflow(startThen({ name: 'Wait', type: TYPE }), {
			startNode: 'Start',
			extraNodes: { [TYPE]: sleeping },
		});
		expect(status).toBe('waiting');
	});

	it('is an error when n8n would not start the workflow', async () => {
		const unfinished = startThen({
			...writeNowhere,
			parameters: {
				...writeNowhere.parameters,
				opportunityId: { __rl: true, mode: 'id', value: '' },
			},
		});
		await expect(runWorkflow(unfinished, { startNode: 'Start' })).rejects.toThrow(
			/The 'Write' node has issues:\s+- Parameter "Opportunity" is required/u,
		);

		await expect(runWorkflow(startThen(), { startNode: 'Beginning' })).rejects.toThrow(
			'The workflow has no node "Beginning".',
		);
		await expect(
			runWorkflow(startThen({ name: 'Other', type: TYPE }), { startNode: 'Start' }),
		).rejects.toThrow('The harness has no node of the type "n8n-nodes-other.other".');
	});
});

describe('a run', () => {
	it('can use nodes and credentials of other packages, with the defaults of their fields', async () => {
		const account: ICredentialType = {
			name: 'otherApi',
			displayName: 'Other API',
			properties: [
				{ displayName: 'Key', name: 'key', type: 'string', default: '' },
				{ displayName: 'Region', name: 'region', type: 'string', default: 'eu' },
				{
					displayName: 'Host',
					name: 'host',
					type: 'hidden',
					default: '=https://{{ $self["region"] }}.other.example',
				},
			],
			authenticate: {
				type: 'generic',
				properties: { headers: { 'x-key': '={{ $credentials.key }}' } },
			},
		};
		nock('https://eu.other.example', { reqheaders: { 'x-key': 'secret' } })
			.get('/things')
			.reply(200, { things: 3 });
		const node = nodeThat(
			async (context) => {
				const { host } = await context.getCredentials('otherApi');
				return (await context.helpers.httpRequestWithAuthentication.call(context, 'otherApi', {
					url: `${host as string}/things`,
					json: true,
				})) as IDataObject;
			},
			{ credentials: [{ name: 'otherApi', required: true }] },
		);
		const { jsonOf, failure } = await runWorkflow(
			startThen({ name: 'Ask', type: TYPE, credentials: { otherApi: { id: '1', name: 'Other' } } }),
			{
				startNode: 'Start',
				extraNodes: { [TYPE]: node },
				extraCredentials: { otherApi: account },
				credentials: { otherApi: { key: 'secret' } },
			},
		);
		expect(failure).toBeUndefined();
		expect(jsonOf('Ask')).toEqual([{ things: 3 }]);
		expect(nock.isDone()).toBe(true);
	});

	it('fails at a node whose credentials it was not given, and names them', async () => {
		const node = nodeThat(async (context) => await context.getCredentials('leverApi'), {
			credentials: [{ name: 'leverApi', required: true }],
		});
		const flow = startThen({ name: 'Ask', type: TYPE, credentials: leverCredential });
		const { failure } = await runWorkflow(flow, {
			startNode: 'Start',
			extraNodes: { [TYPE]: node },
		});
		expect(failure).toMatchObject({
			node: 'Ask',
			message: 'The harness was given no credentials of the type "leverApi".',
		});
	});

	it('leaves static data to the next run, but not to one at the same time, and not when started manually', async () => {
		const counting = nodeThat(async (context) => {
			const memory = context.getWorkflowStaticData('global');
			memory.runs = Number(memory.runs ?? 0) + 1;
			return await Promise.resolve({ runs: memory.runs });
		});
		const options = { startNode: 'Start', extraNodes: { [TYPE]: counting }, staticData: {} };
		const flow = startThen({ name: 'Count', type: TYPE });
		await runWorkflow(flow, options);
		const { jsonOf } = await runWorkflow(flow, options);
		expect(jsonOf('Count')).toEqual([{ runs: 2 }]);

		await Promise.all([runWorkflow(flow, options), runWorkflow(flow, options)]);
		expect(options.staticData).toEqual({ global: { runs: 3 } });
		await runWorkflow(flow, { ...options, mode: 'manual' });
		expect(options.staticData).toEqual({ global: { runs: 3 } });
	});

	it('retries nodes without delay', async () => {
		let tries = 0;
		const failingTwice = nodeThat(async () => {
			tries += 1;
			return tries < 3 ? await Promise.reject(new Error('Not yet')) : { tries };
		});
		const flow = startThen({ name: 'Try', type: TYPE, retryOnFail: true, waitBetweenTries: 5000 });
		const before = Date.now();
		const { jsonOf } = await runWorkflow(flow, {
			startNode: 'Start',
			extraNodes: { [TYPE]: failingTwice },
		});
		expect(jsonOf('Try')).toEqual([{ tries: 3 }]);
		expect(Date.now() - before).toBeLessThan(8000);
	});

	it('passes files from node to node by reference', async () => {
		const flow = startThen(
			{
				name: 'To File',
				type: 'convertToFile',
				parameters: {
					operation: 'toText',
					sourceProperty: 'text',
					binaryPropertyName: 'data',
					options: { fileName: 'hello.txt' },
				},
			},
			{
				name: 'From File',
				type: 'extractFromFile',
				parameters: {
					operation: 'text',
					binaryPropertyName: 'data',
					destinationKey: 'read',
					options: {},
				},
			},
		);
		const { itemsOf, jsonOf, failure } = await runWorkflow(flow, {
			startNode: 'Start',
			items: [{ json: { text: 'Hello, Ada' } }],
		});
		expect(failure).toBeUndefined();
		const file = itemsOf('To File')[0]?.binary?.data;
		// As in n8n, the item only refers to the bytes.
		expect(file).toMatchObject({
			fileName: 'hello.txt',
			mimeType: 'text/plain',
			data: 'filesystem-v2',
		});
		expect((await readFile(file)).toString()).toBe('Hello, Ada');
		expect(jsonOf('From File')).toMatchObject([{ read: 'Hello, Ada' }]);
	});
});
