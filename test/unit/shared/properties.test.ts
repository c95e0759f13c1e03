import { Workflow, type INodeParameters, type INodeProperties } from 'n8n-workflow';

import { resourceLocator, filterByName } from '../../../nodes/shared/node/resourceLocator';
import type { Operation, Resource } from '../../../nodes/shared/node/operation';
import {
	buildChoiceSubtitle,
	buildOperationSubtitle,
	buildResourceProperties,
} from '../../../nodes/shared/node/properties';
import { HarnessNodeTypes } from '../../harness/nodeTypes';

const field = (name: string, more: Partial<INodeProperties> = {}): INodeProperties => ({
	displayName: name,
	name,
	type: 'string',
	default: '',
	...more,
});
const operation = (value: string, fields: INodeProperties[]): Operation => ({
	option: { name: value, value, action: value },
	fields,
	execute: async () => await Promise.resolve([]),
});
const notes: Resource = {
	name: 'Note',
	value: 'note',
	description: 'A comment',
	defaultOperation: 'create',
	operations: [operation('create', [field('text')]), operation('get', [field('id')])],
};
const tags: Resource = {
	name: 'Tag',
	value: 'tag',
	defaultOperation: 'add',
	operations: [
		operation('add', [
			field('tags', { displayOptions: { show: { mode: ['list'] }, hide: { all: [true] } } }),
		]),
	],
};

/** What n8n's editor makes of a subtitle for a node with these parameters. */
function onCanvas(subtitle: string, parameters: INodeParameters): unknown {
	const workflow = new Workflow({
		nodes: [
			{
				id: 'node',
				name: 'Node',
				type: 'n8n-nodes-base.noOp',
				typeVersion: 1,
				position: [0, 0],
				parameters: {},
			},
		],
		connections: {},
		active: false,
		nodeTypes: new HarnessNodeTypes(),
	});
	const node = workflow.getNode('Node');
	if (!node) throw new Error('The workflow has lost its node.');
	node.parameters = parameters;
	return workflow.expression.getSimpleParameterValue(node, subtitle, 'internal', {});
}

describe("a node's properties", () => {
	const properties = buildResourceProperties([notes, tags], tags);

	it('offer the resources, the one that is named first', () => {
		expect(properties[0]).toMatchObject({
			name: 'resource',
			default: 'tag',
			noDataExpression: true,
			options: [
				{ name: 'Note', value: 'note', description: 'A comment' },
				{ name: 'Tag', value: 'tag' },
			],
		});
	});

	it('offer for each resource its operations', () => {
		const lists = properties.filter(({ name }) => name === 'operation');
		expect(
			lists.map(({ displayOptions, default: first }) => [displayOptions?.show?.resource, first]),
		).toEqual([
			[['note'], 'create'],
			[['tag'], 'add'],
		]);
	});

	it('show a field where it belongs, and keep its own conditions', () => {
		expect(properties.find(({ name }) => name === 'text')?.displayOptions).toEqual({
			show: { resource: ['note'], operation: ['create'] },
		});
		expect(properties.find(({ name }) => name === 'tags')?.displayOptions).toEqual({
			show: { resource: ['tag'], operation: ['add'], mode: ['list'] },
			hide: { all: [true] },
		});
	});

	it('leave the fields of an operation as they were: they may be used by several', () => {
		expect(notes.operations[0]?.fields[0]).toEqual(field('text'));
	});
});

describe('what the canvas says below the name', () => {
	it('of an operation: in words, and nothing for one that is not known', () => {
		const shown = (parameters: INodeParameters) =>
			onCanvas(buildOperationSubtitle([notes, tags]), parameters);
		expect(shown({ resource: 'note', operation: 'create' })).toBe('create');
		expect(shown({ resource: 'tag', operation: 'add' })).toBe('add');
		expect(shown({ resource: 'tag', operation: 'create' })).toBe('');
	});

	it('of choices: their names, and what has none as it is', () => {
		const subtitle = buildChoiceSubtitle('events', [{ name: 'Candidate Hired', value: 'hired' }]);
		expect(onCanvas(subtitle, { events: ['hired', 'born'] })).toBe('Candidate Hired, born');
	});
});

describe('a picker', () => {
	const about = {
		displayName: 'Stage',
		name: 'stage',
		description: 'Where it goes',
		searchMethod: 'searchStages',
		idPlaceholder: 'e.g. s1',
	};

	it('offers the list first and always the ID', () => {
		const { modes, default: first, required } = resourceLocator(about);
		expect(first).toEqual({ mode: 'list', value: '' });
		expect(required).toBe(true);
		expect(modes?.map(({ name }) => name)).toEqual(['list', 'id']);
		expect(modes?.[0]?.typeOptions).toEqual({ searchListMethod: 'searchStages', searchable: true });
	});

	it('offers the ID first where ids come from the item, and may be left empty', () => {
		expect(resourceLocator({ ...about, defaultMode: 'id', required: false })).toMatchObject({
			default: { mode: 'id', value: '' },
			required: false,
		});
	});

	it('finds entries by a part of their name or their whole id', () => {
		const entries = [
			{ name: 'Phone Screen', value: 's1' },
			{ name: 'On-site', value: 's12' },
			{ name: 'Offer', value: 7 },
		];
		expect(filterByName(' SCREEN ', entries)).toEqual([entries[0]]);
		expect(filterByName('S1', entries)).toEqual([entries[0]]);
		expect(filterByName('7', entries)).toEqual([entries[2]]);
		expect(filterByName(undefined, entries)).toEqual(entries);
		expect(filterByName('gone', entries)).toEqual([]);
	});
});
