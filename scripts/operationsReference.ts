import { writeFileSync } from 'node:fs';
import path from 'node:path';

import type {
	INodeProperties,
	INodePropertyCollection,
	INodePropertyOptions,
	INodeTypeDescription,
} from 'n8n-workflow';

import { resources as harverResources } from '../nodes/Harver/actions';
import { resources as leverResources } from '../nodes/Lever/actions';
import type { Operation, Resource } from '../nodes/shared/node/operation';
import { HarnessNodeTypes } from '../test/harness/nodeTypes';

const HEAD = `# Operations

Every node, operation and field, as the editor shows them. Fields in **bold** are required. \`npm run docs\` generates this page from the
nodes; do not edit it by hand.
`;

/** The text of docs/operations.md. */
export function operationsReference(): string {
	const nodes = [
		triggerSection(getDescription('leverTrigger')),
		nodeSection(getDescription('lever'), leverResources),
		nodeSection(getDescription('harver'), harverResources),
		triggerSection(getDescription('harverTrigger')),
	];
	return [HEAD, ...nodes].join('\n');
}

function getDescription(node: string): INodeTypeDescription {
	return new HarnessNodeTypes().getByNameAndVersion(`n8n-nodes-lever-harver.${node}`).description;
}

function triggerSection({ displayName, description, properties }: INodeTypeDescription): string {
	return [`## ${displayName}`, '', `${description}.`, '', ...table(properties), ''].join('\n');
}

function nodeSection(
	{ displayName, description }: INodeTypeDescription,
	resources: Resource[],
): string {
	const list = resources.map(
		({ name, operations }) =>
			`- [${name}](#${anchor(`${displayName}: ${name}`)}): ${operations.map(({ option }) => option.name).join(', ')}`,
	);
	return [
		`## ${displayName}`,
		'',
		`${description}.`,
		'',
		...list,
		'',
		...resources.flatMap((resource) => resourceSection(displayName, resource)),
	].join('\n');
}

function resourceSection(node: string, { name, description, operations }: Resource): string[] {
	return [
		`### ${node}: ${name}`,
		'',
		...(description === undefined ? [] : [`${description}.`, '']),
		...operations.flatMap((operation) => operationSection(operation)),
	];
}

function operationSection({ option, fields }: Operation): string[] {
	const rows = table(fields);
	return [
		`#### ${option.action ?? option.name}`,
		'',
		sentence(option.description ?? ''),
		'',
		...rows,
		...(rows.length > 0 ? [''] : []),
	];
}

/** The fields as a table; those of a collection follow it, named after it. */
function table(properties: INodeProperties[]): string[] {
	const rows = properties
		.filter(({ type }) => type !== 'hidden' && type !== 'notice')
		.flatMap((property) => fieldRows(property));
	return rows.length === 0 ? [] : ['| Field | Description | Default |', '|---|---|---|', ...rows];
}

function fieldRows(property: INodeProperties, within = ''): string[] {
	const { displayName, required, type, options = [] } = property;
	const name = cell(`${within}${displayName}`);
	const row = `| ${required === true ? `**${name}**` : name} | ${cell(describe(property))} | ${cell(initialValue(property))} |`;
	if (type === 'collection')
		return [
			row,
			...(options as INodeProperties[]).flatMap((option) =>
				fieldRows(option, `${within}${displayName} > `),
			),
		];
	if (type === 'fixedCollection')
		return [
			row,
			...(options as INodePropertyCollection[]).flatMap(({ values }) =>
				values.flatMap((value) => fieldRows(value, `${within}${displayName} > `)),
			),
		];
	return [row];
}

function describe({ description = '', type, typeOptions, options = [] }: INodeProperties): string {
	const isChoice =
		['options', 'multiOptions'].includes(type) && typeOptions?.loadOptionsMethod === undefined;
	const choices = isChoice
		? `One${type === 'multiOptions' ? ' or more' : ''} of: ${(options as INodePropertyOptions[]).map(({ name }) => name).join(', ')}.`
		: '';
	return [sentence(withoutTags(description)), choices].filter(Boolean).join(' ');
}

function initialValue({ type, default: value, options = [] }: INodeProperties): string {
	if (['collection', 'fixedCollection', 'resourceLocator'].includes(type)) return '';
	const nameOf = (chosen: unknown): string =>
		(options as INodePropertyOptions[]).find(
			(option) => 'value' in option && option.value === chosen,
		)?.name ?? String(chosen);
	if (Array.isArray(value)) return value.map(nameOf).join(', ');
	if (typeof value === 'boolean') return value ? 'on' : 'off';
	return typeof value === 'string' && value.startsWith('=')
		? `\`${value.slice(1)}\``
		: nameOf(value);
}

function sentence(text: string): string {
	return text === '' || text.endsWith('.') ? text : `${text}.`;
}

function withoutTags(text: string): string {
	return text.replace(/<\/?code>/gu, '`').replace(/<[^>]+>/gu, '');
}

function cell(text: string): string {
	return text.replace(/\s+/gu, ' ').replaceAll('|', '\\|').trim();
}

function anchor(heading: string): string {
	return heading
		.toLowerCase()
		.replace(/[^\w\- ]/gu, '')
		.replaceAll(' ', '-');
}

if (require.main === module) {
	writeFileSync(path.resolve(__dirname, '../docs/operations.md'), operationsReference());
	console.log('docs/operations.md is written.');
}
