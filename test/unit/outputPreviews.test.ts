import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

import { resources as harver } from '../../nodes/Harver/actions';
import { resources as lever } from '../../nodes/Lever/actions';
import { outputPreviews, previewFile } from '../../scripts/previews/outputPreviews';
import { schemaOf, type Schema } from '../../scripts/previews/schemaOf';

const ROOT = path.resolve(__dirname, '../..');
const TYPES = ['object', 'array', 'string', 'integer', 'number', 'boolean', 'null'];

const operations = [['lever', lever] as const, ['harver', harver] as const].flatMap(
	([node, resources]) =>
		resources.flatMap(({ value, operations: ofResource }) =>
			ofResource.map(({ option }) => previewFile(node, value, String(option.value))),
		),
);

const parsed = (file: string): Schema =>
	JSON.parse(readFileSync(path.join(ROOT, file), 'utf8')) as Schema;

/** Everything within a schema that says something else than types and nesting. */
function strangeIn({
	type,
	properties = {},
	items,
	...others
}: Schema & { version?: number }): string[] {
	const { version, ...strange } = others;
	const within = [...Object.values(properties), ...(items ? [items] : [])].flatMap(strangeIn);
	return [
		...(TYPES.includes(type) ? [] : [type]),
		...(version === undefined || version === 1 ? [] : ['version']),
		...Object.keys(strange),
		...within,
	];
}

describe('output previews', () => {
	it.each(operations)('%s tells fields and their types, and nothing else', (file) => {
		const schema = parsed(file);
		expect(schema.type).toBe('object');
		expect(Object.keys(schema.properties ?? {})).not.toHaveLength(0);
		expect(strangeIn(schema)).toEqual([]);
	});

	it('are there for operations only', () => {
		const files = readdirSync(path.join(ROOT, 'nodes'), { recursive: true, encoding: 'utf8' }).map(
			(file) => `nodes/${file.split(path.sep).join('/')}`,
		);
		expect(
			files.filter((file) => file.includes('__schema__') && file.endsWith('.json')).sort(),
		).toEqual([...operations].sort());
	});

	it('are what the operations give: "npm run previews" writes them anew', async () => {
		const previews = await outputPreviews();
		expect([...previews.keys()].sort()).toEqual([...operations].sort());
		for (const [file, preview] of previews)
			expect({ file, preview }).toEqual({
				file,
				preview: existsSync(path.join(ROOT, file)) ? parsed(file) : 'missing',
			});
	});
});

describe('the shape of values', () => {
	it('holds the fields of all of them, and the type of what is null in some', () => {
		expect(
			schemaOf([
				{ a: null, b: [{ c: 1 }, { d: true }] },
				{ a: 'x', e: 1.5 },
			]),
		).toEqual({
			type: 'object',
			properties: {
				a: { type: 'string' },
				b: {
					type: 'array',
					items: { type: 'object', properties: { c: { type: 'integer' }, d: { type: 'boolean' } } },
				},
				e: { type: 'number' },
			},
		});
	});

	it('says so when nothing is known', () => {
		expect(schemaOf([{ a: null, b: [] }])).toEqual({
			type: 'object',
			properties: { a: { type: 'null' }, b: { type: 'array' } },
		});
	});
});
