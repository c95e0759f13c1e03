import type { INodeProperties } from 'n8n-workflow';

import { locator } from '../../../nodes/shared/locator';
import { matching } from '../../../nodes/shared/matching';
import type { Operation, Resource } from '../../../nodes/shared/operation';
import { resourceProperties } from '../../../nodes/shared/properties';

const field = (name: string, more: Partial<INodeProperties> = {}): INodeProperties => ({ displayName: name, name, type: 'string', default: '', ...more });
const operation = (value: string, fields: INodeProperties[]): Operation => ({ option: { name: value, value, action: value }, fields, execute: async () => await Promise.resolve([]) });
const notes: Resource = { name: 'Note', value: 'note', description: 'A comment', defaultOperation: 'create', operations: [operation('create', [field('text')]), operation('get', [field('id')])] };
const tags: Resource = { name: 'Tag', value: 'tag', defaultOperation: 'add', operations: [operation('add', [field('tags', { displayOptions: { show: { mode: ['list'] }, hide: { all: [true] } } })])] };

describe("a node's properties", () => {
	const properties = resourceProperties([notes, tags], tags);

	it('offer the resources, the one that is named first', () => {
		expect(properties[0]).toMatchObject({ name: 'resource', default: 'tag', noDataExpression: true, options: [{ name: 'Note', value: 'note', description: 'A comment' }, { name: 'Tag', value: 'tag' }] });
	});

	it('offer for each resource its operations', () => {
		const lists = properties.filter(({ name }) => name === 'operation');
		expect(lists.map(({ displayOptions, default: first }) => [displayOptions?.show?.resource, first])).toEqual([[['note'], 'create'], [['tag'], 'add']]);
	});

	it('show a field where it belongs, and keep its own conditions', () => {
		expect(properties.find(({ name }) => name === 'text')?.displayOptions).toEqual({ show: { resource: ['note'], operation: ['create'] } });
		expect(properties.find(({ name }) => name === 'tags')?.displayOptions).toEqual({ show: { resource: ['tag'], operation: ['add'], mode: ['list'] }, hide: { all: [true] } });
	});

	it('leave the fields of an operation as they were: they may be used by several', () => {
		expect(notes.operations[0]?.fields[0]).toEqual(field('text'));
	});
});

describe('a picker', () => {
	const about = { displayName: 'Stage', name: 'stage', description: 'Where it goes', searchMethod: 'searchStages', idPlaceholder: 'e.g. s1' };

	it('offers the list first and always the ID', () => {
		const { modes, default: first, required } = locator(about);
		expect(first).toEqual({ mode: 'list', value: '' });
		expect(required).toBe(true);
		expect(modes?.map(({ name }) => name)).toEqual(['list', 'id']);
		expect(modes?.[0]?.typeOptions).toEqual({ searchListMethod: 'searchStages', searchable: true });
	});

	it('offers the ID first where ids come from the item, and may be left empty', () => {
		expect(locator({ ...about, firstMode: 'id', required: false })).toMatchObject({ default: { mode: 'id', value: '' }, required: false });
	});

	it('finds entries by a part of their name or their whole id', () => {
		const entries = [{ name: 'Phone Screen', value: 's1' }, { name: 'On-site', value: 's12' }, { name: 'Offer', value: 7 }];
		expect(matching(' SCREEN ', entries)).toEqual([entries[0]]);
		expect(matching('S1', entries)).toEqual([entries[0]]);
		expect(matching('7', entries)).toEqual([entries[2]]);
		expect(matching(undefined, entries)).toEqual(entries);
		expect(matching('gone', entries)).toEqual([]);
	});
});
