import nock from 'nock';
import type { INodeExecutionData } from 'n8n-workflow';
import { NodeApiError } from 'n8n-workflow';

import { runWorkflow, type RunResult } from '../harness';
import { chain, type Link } from './chain';
import { describing } from './otherNodes';

const ADVICE = 'Check the ID: the record may have been deleted';

/** Reads an opportunity that Lever does not have, and lets the next nodes work with the item that failed. */
const reading = {
	name: 'Read',
	type: 'n8n-nodes-lever-harver.lever',
	credentials: { leverApi: { id: '1', name: 'Lever account' } },
	parameters: {
		resource: 'opportunity',
		operation: 'get',
		opportunityId: { __rl: true, mode: 'id', value: '={{ $json.opportunityId }}' },
	},
};
const failing: Link = { name: 'Read', type: 'n8n-nodes-other.failing' };

/** A node as ours was: its failed item holds the error object. */
const failingWithAnErrorObject = {
	description: describing('failing'),
	async execute(this: { getNode(): ConstructorParameters<typeof NodeApiError>[0] }) {
		const error = new NodeApiError(this.getNode(), { message: 'Not found' });
		return await Promise.resolve([
			[{ json: { error: error.message }, error, pairedItem: { item: 0 } }],
		]);
	},
};

const condition = {
	options: { caseSensitive: true, leftValue: '', typeValidation: 'strict', version: 2 },
	combinator: 'and',
	conditions: [
		{
			id: '1',
			leftValue: '={{ $input.all().some(({ json }) => json.error) }}',
			rightValue: '',
			operator: { type: 'boolean', operation: 'true', singleValue: true },
		},
	],
};
const text = (name: string, value: string) => ({ id: name, name, type: 'string', value });
const assignments = [
	text('count', '={{ $input.all().length }}'),
	text('error', '={{ $json.error }}'),
	text('advice', '={{ $json.details?.description }}'),
	text('opportunity', '={{ $json.details?.opportunityId }}'),
	text('given', "={{ $('Start').item.json.opportunityId }}"),
	text('read', "={{ $('Read').item.json.error }}"),
];

async function run(link: Link, onError: Link['onError']): Promise<RunResult> {
	const output = onError === 'continueErrorOutput' ? 1 : 0;
	return await runWorkflow(
		chain(
			[
				{ name: 'Start', type: 'manualTrigger' },
				{ ...link, ...(onError ? { onError } : {}) },
				{
					name: 'Set',
					type: 'set',
					parameters: { assignments: { assignments }, includeOtherFields: true, options: {} },
				},
				{ name: 'If', type: 'if', parameters: { conditions: condition, options: {} } },
				{
					name: 'Code',
					type: 'code',
					parameters: {
						jsCode:
							'return $input.all().map(({ json }) => ({ json: { error: json.error, details: json.details } }));',
					},
				},
			],
			[
				['Read', output, 'Set'],
				['Read', output, 'If'],
				['Read', output, 'Code'],
			],
		),
		{
			startNode: 'Start',
			items: [{ json: { opportunityId: 'nobody-1', source: 'list' } }] as INodeExecutionData[],
			credentials: { leverApi: { apiKey: 'any' } },
			extraNodes: { 'n8n-nodes-other.failing': failingWithAnErrorObject },
		},
	);
}

describe.each(['continueErrorOutput', 'continueRegularOutput'] as const)(
	'an item that failed in a node with %s',
	(onError) => {
		it('can be read by the expressions and the code of the next nodes', async () => {
			nock('https://api.lever.co/v1')
				.get('/opportunities/nobody-1')
				.query(true)
				.reply(404, { code: 'ResourceNotFound', message: 'No such opportunity' });
			const { failure, jsonOf } = await run(reading, onError);
			const error = 'Lever refused to read the opportunity nobody-1: No such opportunity';
			expect(failure).toBeUndefined();
			expect(jsonOf('Set')).toMatchObject([
				{
					count: '1',
					error,
					advice: expect.stringContaining(ADVICE) as string,
					opportunity: 'nobody-1',
					given: 'nobody-1',
					read: error,
				},
			]);
			expect([jsonOf('If', 0).length, jsonOf('If', 1).length]).toEqual([1, 0]);
			expect(jsonOf('Code')).toMatchObject([
				{ error, details: { httpCode: '404', opportunityId: 'nobody-1' } },
			]);
		});

		it('cannot be read when it holds an error object: here as in n8n', async () => {
			const { jsonOf } = await run(failing, onError);
			expect(jsonOf('Set')).toMatchObject([{ count: null, error: 'Not found', read: null }]);
			expect([jsonOf('If', 0).length, jsonOf('If', 1).length]).toEqual([0, 1]);
		});
	},
);

it('keeps the fields of the input item in the error output', async () => {
	nock('https://api.lever.co/v1').get('/opportunities/nobody-1').query(true).reply(404, {});
	const { jsonOf } = await run(reading, 'continueErrorOutput');
	expect(jsonOf('Set')).toMatchObject([{ opportunityId: 'nobody-1', source: 'list' }]);
});
