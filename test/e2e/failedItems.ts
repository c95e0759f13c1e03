import assert from 'node:assert/strict';

import type { INodeParameters, IWorkflowBase } from 'n8n-workflow';

import { waitForExecutions, createCandidate, type Scenario } from './scenario';

const CREDENTIALS = {
	lever: { leverApi: { id: 'leverHarverLever1', name: 'Lever account' } },
	harver: { harverApi: { id: 'leverHarverHarver1', name: 'Harver account' } },
};

type Node = IWorkflowBase['nodes'][number];
/** A node and the output that it follows. */
type Step = [node: Node, after?: [name: string, output: number]];

/** A node of this package, or of n8n's own in a version that every supported n8n has. */
function node(
	name: string,
	[type, typeVersion]: [string, number],
	parameters: INodeParameters,
	more: Partial<Node> = {},
): Node {
	const own = type === 'lever' || type === 'harver';
	return {
		id: name,
		name,
		type: `${own ? 'n8n-nodes-lever-harver' : 'n8n-nodes-base'}.${type}`,
		typeVersion,
		position: [0, 0],
		parameters: own && type === 'lever' ? { authentication: 'apiKey', ...parameters } : parameters,
		...(own ? { credentials: CREDENTIALS[type] } : {}),
		...more,
	};
}

const byId = (value: string) => ({ __rl: true, mode: 'id', value });
const addTags = {
	resource: 'opportunity',
	operation: 'addTags',
	opportunityId: byId('={{ $json.opportunityId }}'),
	tags: 'Seen',
};
const note = (opportunityId: string, text: string) => ({
	resource: 'note',
	operation: 'create',
	opportunityId: byId(opportunityId),
	text,
});
const text = (name: string, value: string) => ({ id: name, name, type: 'string', value });

/** Three nodes fail, in each way in which a failed item can leave a node; what follows each puts a note on the profile. */
function getSteps(opportunityId: string): Step[] {
	const isFailed = {
		options: { caseSensitive: true, leftValue: '', typeValidation: 'strict', version: 2 },
		combinator: 'and',
		conditions: [
			{
				id: '1',
				leftValue: '={{ $input.all().every(({ json }) => json.error) }}',
				rightValue: '',
				operator: { type: 'boolean', operation: 'true', singleValue: true },
			},
		],
	};
	return [
		[node('By Hand', ['manualTrigger', 1], {})],
		[
			node('Candidate', ['set', 3.4], {
				assignments: {
					assignments: [text('opportunityId', opportunityId), text('source', 'the list')],
				},
				options: {},
			}),
			['By Hand', 0],
		],
		[node('Tag', ['lever', 1], addTags, { onError: 'continueErrorOutput' }), ['Candidate', 0]],
		[node('Failed?', ['if', 2.2], { conditions: isFailed, options: {} }), ['Tag', 1]],
		[
			node(
				'Note from the Error Output',
				['lever', 1],
				note(
					'={{ $json.opportunityId }}',
					"=Error output, {{ $input.all().length }} from {{ $('Candidate').item.json.source }}: {{ $('Tag').item.json.error }} {{ $json.details.description }}",
				),
			),
			['Failed?', 0],
		],
		[
			node('Tag and Continue', ['lever', 1], addTags, { onError: 'continueRegularOutput' }),
			['Candidate', 0],
		],
		[
			node('Code', ['code', 2], {
				jsCode: 'return $input.all().map(({ json }) => ({ json: { ...json, coded: true } }));',
			}),
			['Tag and Continue', 0],
		],
		[
			node(
				'Note after Continue',
				['lever', 1],
				note(
					'={{ $json.details.opportunityId }}',
					"=Continue, {{ $json.coded }}: {{ $('Tag and Continue').first().json.error }} ({{ $json.details.httpCode }})",
				),
			),
			['Code', 0],
		],
		[
			node('Read', ['lever', 1], {
				resource: 'opportunity',
				operation: 'get',
				opportunityId: byId('={{ $json.opportunityId }}'),
				expand: ['applications'],
				includePosting: 'always',
			}),
			['Candidate', 0],
		],
		[
			node(
				'Invite',
				['harver', 1],
				{
					resource: 'application',
					operation: 'invite',
					vacancySource: 'tags',
					tagPattern: 'Harver Vacancy: *',
					options: {},
				},
				{ onError: 'continueErrorOutput' },
			),
			['Read', 0],
		],
		[
			node(
				'Note from the Third Output',
				['lever', 1],
				note(
					'={{ $json.id }}',
					'=Third output, {{ $input.all().length }}: {{ $json.error }} ({{ $json.details.httpCode }})',
				),
			),
			['Invite', 2],
		],
	];
}

function toWorkflow(
	steps: Step[],
): Pick<IWorkflowBase, 'name' | 'nodes' | 'connections' | 'settings'> {
	const connections: IWorkflowBase['connections'] = {};
	for (const [{ name }, after] of steps) {
		if (!after) continue;
		const [from, output] = after;
		const outputs = connections[from]?.main ?? [];
		connections[from] = { main: outputs };
		while (outputs.length <= output) outputs.push([]);
		outputs[output]?.push({ node: name, type: 'main', index: 0 });
	}
	return {
		name: 'Failed Items',
		nodes: steps.map(([one]) => one),
		connections,
		settings: { executionOrder: 'v1' },
	};
}

export const failedItemScenarios: Scenario[] = [
	{
		name: 'the next nodes can read an item that failed, in every way in which it can leave a node',
		run: async (demo) => {
			const { client, sandbox } = demo;
			const opportunity = createCandidate(demo, 'Ines Item');
			sandbox.faults.add({ service: 'lever', path: '/addTags', status: 403, times: 2 });
			sandbox.faults.add({ service: 'harver', path: '/applications', status: 403, times: 1 });
			const id = await client.createWorkflow(toWorkflow(getSteps(opportunity.id)));
			await client.runManually(id, 'By Hand');
			const [execution] = await waitForExecutions(demo, id, 1);
			assert.equal(execution?.status, 'success', 'a node after the failed item failed too');
			const notes = opportunity.notes.map(({ value }) => value).sort();
			assert.equal(notes.length, 3, notes.join(' | '));
			assert.match(notes[0] ?? '', /^Continue, true: Lever refused to add tags .*\(403\)$/u);
			assert.match(
				notes[1] ?? '',
				/^Error output, 1 from the list: Lever refused to add tags .* Lever answered 403/u,
			);
			assert.match(notes[2] ?? '', /^Third output, 1: Harver refused to .*\(403\)$/u);
		},
	},
];
