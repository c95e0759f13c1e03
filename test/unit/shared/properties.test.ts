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

/** The subtitle that n8n's editor shows for a node with these parameters. */
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

describe('buildResourceProperties', () => {
	const properties = buildResourceProperties([notes, tags], tags);

	it('lists the resources with the default one selected', () => {
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

	it('lists the operations of each resource', () => {
		const lists = properties.filter(({ name }) => name === 'operation');
		expect(
			lists.map(({ displayOptions, default: first }) => [displayOptions?.show?.resource, first]),
		).toEqual([
			[['note'], 'create'],
			[['tag'], 'add'],
		]);
	});

	it('shows a field for its operation only and keeps its own conditions', () => {
		expect(properties.find(({ name }) => name === 'text')?.displayOptions).toEqual({
			show: { resource: ['note'], operation: ['create'] },
		});
		expect(properties.find(({ name }) => name === 'tags')?.displayOptions).toEqual({
			show: { resource: ['tag'], operation: ['add'], mode: ['list'] },
			hide: { all: [true] },
		});
	});

	it('does not change the fields, which several operations can share', () => {
		expect(notes.operations[0]?.fields[0]).toEqual(field('text'));
	});
});

describe('subtitles', () => {
	it('describe the operation, and are empty for an unknown one', () => {
		const shown = (parameters: INodeParameters) =>
			onCanvas(buildOperationSubtitle([notes, tags]), parameters);
		expect(shown({ resource: 'note', operation: 'create' })).toBe('create');
		expect(shown({ resource: 'tag', operation: 'add' })).toBe('add');
		expect(shown({ resource: 'tag', operation: 'create' })).toBe('');
	});

	it('list the names of chosen options, and values without a name as they are', () => {
		const subtitle = buildChoiceSubtitle('events', [{ name: 'Candidate Hired', value: 'hired' }]);
		expect(onCanvas(subtitle, { events: ['hired', 'born'] })).toBe('Candidate Hired, born');
	});
});

describe('resourceLocator', () => {
	const about = {
		displayName: 'Stage',
		name: 'stage',
		description: 'Where it goes',
		searchMethod: 'searchStages',
		idPlaceholder: 'e.g. s1',
	};

	it('preselects the list and also accepts an ID', () => {
		const { modes, default: first, required } = resourceLocator(about);
		expect(first).toEqual({ mode: 'list', value: '' });
		expect(required).toBe(true);
		expect(modes?.map(({ name }) => name)).toEqual(['list', 'id']);
		expect(modes?.[0]?.typeOptions).toEqual({ searchListMethod: 'searchStages', searchable: true });
	});

	it('can preselect the ID and be optional', () => {
		expect(resourceLocator({ ...about, defaultMode: 'id', required: false })).toMatchObject({
			default: { mode: 'id', value: '' },
			required: false,
		});
	});
});

describe('filterByName', () => {
	it('finds entries by part of their name or by their ID', () => {
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
