import type { INode, INodeTypeDescription } from 'n8n-workflow';

import type { WorkflowJson } from '../harness';
import { HarnessNodeTypes } from '../harness/nodeTypes';
import { listShippedFiles, readShippedWorkflow } from './shippedWorkflows';
import {
	connectionsIn,
	expressionsIn,
	nodesBefore,
	nodesReferredTo,
	settingsReferredTo,
} from './structure/expressions';
import { isSticky, overlaps } from './structure/layout';
import { problemsWithNode, problemsWithParameters } from './structure/parameters';

const OURS = 'n8n-nodes-lever-harver.';
const N8NS = 'n8n-nodes-base.';
const LOOP = 'n8n-nodes-base.splitInBatches';
const nodeTypes = new HarnessNodeTypes();
const flows = listShippedFiles().map((file) => ({ file, flow: readShippedWorkflow(file) }));

function descriptionOf({ type, typeVersion }: INode): INodeTypeDescription {
	return nodeTypes.getByNameAndVersion(type, typeVersion).description;
}

function settingsIn({ nodes }: WorkflowJson): string[] {
	const { assignments } = (nodes.find(({ name }) => name === 'Settings')?.parameters
		.assignments ?? { assignments: [] }) as { assignments: { name: string }[] };
	return assignments.map(({ name }) => name);
}

function doubles(values: string[]): string[] {
	return values.filter((value, index) => values.indexOf(value) !== index);
}

it('ships workflows', () => {
	expect(flows.length).toBeGreaterThan(0);
});

it('gives every workflow its own ID, name and webhook paths, so an import never overwrites another', () => {
	expect(doubles(flows.map(({ flow }) => flow.id ?? ''))).toEqual([]);
	expect(doubles(flows.map(({ flow }) => flow.name ?? ''))).toEqual([]);
	expect(
		doubles(flows.flatMap(({ flow }) => flow.nodes.flatMap(({ webhookId }) => webhookId ?? []))),
	).toEqual([]);
});

it('gives a credential the same name in every workflow, so a user connects it once', () => {
	const references = flows.flatMap(({ flow }) =>
		flow.nodes.flatMap(({ credentials }) => Object.entries(credentials ?? {})),
	);
	const ids = new Map<string, Set<string>>();
	const names = new Map<string, Set<string>>();
	for (const [type, { id, name }] of references) {
		const called = `${type}: ${name}`;
		names.set(String(id), (names.get(String(id)) ?? new Set()).add(called));
		ids.set(called, (ids.get(called) ?? new Set()).add(String(id)));
	}
	expect([...names.values(), ...ids.values()].filter((alike) => alike.size > 1)).toEqual([]);
});

describe.each(flows)('$file', ({ file, flow }) => {
	const { nodes, connections } = flow;
	const working = nodes.filter((node) => !isSticky(node));

	it('can be imported: it has a name, a fixed ID and settings, is inactive and contains no data', () => {
		expect(flow.name).toMatch(/\S/u);
		expect(flow.id).toMatch(/^leverHarver[A-Za-z0-9]{1,25}$/u);
		expect(flow.settings).toMatchObject({ executionOrder: 'v1' });
		expect(flow.active ?? false).toBe(false);
		expect(flow.pinData ?? {}).toEqual({});
		expect(flow.staticData ?? null).toBeNull();
	});

	it('has unique node names and IDs', () => {
		expect(doubles(nodes.map(({ name }) => name))).toEqual([]);
		expect(doubles(nodes.map(({ id }) => id))).toEqual([]);
		expect(nodes.filter(({ id }) => !/^[0-9a-f-]{36}$/u.test(id))).toEqual([]);
	});

	it('uses only nodes of this package and of n8n, in versions that exist', () => {
		for (const node of nodes) {
			expect(node.type.startsWith(OURS) || node.type.startsWith(N8NS)).toBe(true);
			expect([descriptionOf(node).version].flat()).toContain(node.typeVersion);
		}
	});

	it('sets only parameters that the nodes have, to values that they offer', () => {
		const problems = nodes.flatMap((node) =>
			problemsWithNode(node, descriptionOf(node)).map((problem) => `${node.name} ${problem}`),
		);
		expect(problems).toEqual([]);
	});

	it('refers to credentials by ID and name and contains none', () => {
		for (const node of working) {
			const known = (descriptionOf(node).credentials ?? []).map(({ name }) => name);
			for (const [type, reference] of Object.entries(node.credentials ?? {})) {
				expect(known).toContain(type);
				expect(Object.keys(reference).sort()).toEqual(['id', 'name']);
			}
		}
	});

	it('gives each webhook a fixed path', () => {
		for (const node of working.filter(
			(candidate) => descriptionOf(candidate).webhooks !== undefined,
		))
			expect(node.webhookId).toMatch(/^[0-9a-f-]{36}$/u);
	});

	it('connects existing nodes, and leaves none unconnected', () => {
		const names = working.map(({ name }) => name);
		const connected = connectionsIn(connections);
		expect(
			connected.flatMap(({ from, to }) => [from, to]).filter((name) => !names.includes(name)),
		).toEqual([]);
		const targets = new Set(connected.map(({ to }) => to));
		const unreached = working.filter(
			(node) => !targets.has(node.name) && !descriptionOf(node).group.includes('trigger'),
		);
		expect(unreached.map(({ name }) => name)).toEqual([]);
	});

	it('refers in expressions only to nodes that ran before, and to settings that exist', () => {
		const settings = settingsIn(flow);
		for (const node of working) {
			const before = nodesBefore(node, connections);
			const expressions = expressionsIn(node.parameters);
			expect(
				expressions
					.flatMap(nodesReferredTo)
					.filter((name) => !before.has(name))
					.map((name) => `${node.name}: ${name}`),
			).toEqual([]);
			expect(
				expressions
					.flatMap(settingsReferredTo)
					.filter((name) => !settings.includes(name))
					.map((name) => `${node.name}: ${name}`),
			).toEqual([]);
		}
	});

	it('has one Settings node, and uses each setting', () => {
		const found = nodes.filter(({ name }) => name === 'Settings').length;
		if (/^[0-7]-/u.test(file)) expect(found).toBe(1);
		expect(found).toBeLessThanOrEqual(1);
		const expressions = working.flatMap(({ parameters }) => expressionsIn(parameters)).join('\n');
		expect(
			settingsIn(flow).filter(
				(name) => !new RegExp(`\\.json\\.${name}\\b|\\$json\\.${name}\\b`, 'u').test(expressions),
			),
		).toEqual([]);
	});

	it('lists the steps before publishing in a sticky note', () => {
		const notes = nodes.filter(isSticky).map(({ parameters }) => parameters.content as string);
		const about = notes.filter(
			(content) => /^## \S/u.test(content) && /^1\. /mu.test(content) && /^2\. /mu.test(content),
		);
		expect(about).toHaveLength(1);
		const boldNames = [...(about[0] ?? '').matchAll(/^\d+\. \*\*(.+?)\*\*/gmu)].map(
			(match) => match[1],
		);
		expect(boldNames.filter((name) => !nodes.some((node) => node.name === name))).toEqual([]);
	});

	it('is laid out from left to right without overlaps', () => {
		const byName = new Map(nodes.map((node) => [node.name, node]));
		const backwards = connectionsIn(connections).filter(({ from, to }) => {
			const [start, end] = [byName.get(from), byName.get(to)];
			return end?.type !== LOOP && (start?.position[0] ?? 0) >= (end?.position[0] ?? 0);
		});
		expect(backwards).toEqual([]);
		expect(overlaps(nodes)).toEqual([]);
	});
});

describe('the layout check', () => {
	const node = (
		name: string,
		x: number,
		y: number,
		parameters: INode['parameters'] = {},
	): INode => {
		const type = 'height' in parameters ? 'n8n-nodes-base.stickyNote' : 'n8n-nodes-base.noOp';
		return { id: name, name, type, typeVersion: 1, position: [x, y], parameters };
	};
	const sticky = node('Sticky', 0, 0, { width: 300, height: 300 });

	it.each([
		['two nodes on each other', [node('A', 0, 0), node('B', 80, 100)], ['"A" and "B"']],
		['a node on the edge of a note', [sticky, node('A', 250, 0)], ['"Sticky" and "A"']],
		['nothing wrong with a node on a note', [sticky, node('A', 50, 50)], []],
		['nothing wrong with nodes side by side', [node('A', 0, 0), node('B', 200, 0)], []],
	])('finds %s', (_what, nodes, found) => {
		expect(overlaps(nodes)).toEqual(found);
	});
});

it('the expression check finds every way to refer to a node', () => {
	expect(
		nodesReferredTo(
			`={{ $('One').item.json.a + $("Two's").first().json.b + $node["Three"].json.c + $items('Four').length }}`,
		).sort(),
	).toEqual(['Four', 'One', 'Three', "Two's"]);
	expect(
		settingsReferredTo(
			"={{ $('Settings').item.json.invitedTag + $('Settings').first().json.performAs }}",
		),
	).toEqual(['invitedTag', 'performAs']);
});

describe('the parameter check', () => {
	const properties = nodeTypes.getByNameAndVersion('n8n-nodes-lever-harver.lever').description
		.properties;
	const harver = nodeTypes.getByNameAndVersion('n8n-nodes-lever-harver.harver').description
		.properties;

	it.each([
		['a name that is wrong', { resource: 'note', texts: 'Hello' }, properties, 'knows no "texts"'],
		[
			'a name that is wrong in a collection',
			{ options: { skipIfNoteHolds: 'x' } },
			properties,
			'knows no "options.skipIfNoteHolds"',
		],
		[
			'a name that is wrong in a row',
			{ tagTable: { rows: [{ tag: 'Warehouse', vacancies: 'x' }] } },
			harver,
			'knows no "tagTable.rows.vacancies"',
		],
		['a group that is wrong', { tagTable: { lines: [] } }, harver, 'knows no "tagTable.lines"'],
		[
			'a mode that a locator does not have',
			{ opportunityId: { __rl: true, mode: 'name', value: 'x' } },
			properties,
			'has no mode "name" for "opportunityId"',
		],
		[
			'an option that is not offered',
			{ includePosting: 'sometimes' },
			properties,
			'has no option "sometimes" for "includePosting"',
		],
	])('finds %s', (_what, parameters, known, problem) => {
		expect(problemsWithParameters(parameters, known)).toEqual([problem]);
	});
});
