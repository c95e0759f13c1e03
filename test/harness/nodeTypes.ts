import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';

import type {
	ICredentialType,
	IDataObject,
	INodeType,
	INodeTypes,
	IVersionedNodeType,
} from 'n8n-workflow';
import { NodeHelpers } from 'n8n-workflow';

const ROOT = path.resolve(__dirname, '../..');

interface PackageManifest {
	name: string;
	n8n: { nodes: string[]; credentials: string[] };
}

/** Loads node types when they are first used: this package's from its sources, n8n's own from `n8n-nodes-base`. */
export class HarnessNodeTypes implements INodeTypes {
	private readonly loaded = new Map<string, INodeType | IVersionedNodeType>();

	constructor(extra: Record<string, INodeType> = {}) {
		for (const [type, node] of Object.entries(extra)) this.loaded.set(type, node);
	}

	getByName(nodeType: string): INodeType | IVersionedNodeType {
		const known = this.loaded.get(nodeType) ?? loadNode(nodeType);
		this.loaded.set(nodeType, known);
		return known;
	}

	getByNameAndVersion(nodeType: string, version?: number): INodeType {
		return NodeHelpers.getVersionedNodeType(this.getByName(nodeType), version);
	}

	getKnownTypes(): IDataObject {
		return {};
	}
}

/** Loads a credential type by name: this package's from its sources, or one of n8n's. Throws when there is none. */
export function loadCredentialType(name: string): ICredentialType {
	const ownFile = manifest().n8n.credentials.find(
		(file) => path.basename(file).toLowerCase() === `${name.toLowerCase()}.credentials.js`,
	);
	if (ownFile !== undefined) return instantiate(getSourceFile(ownFile)) as ICredentialType;
	return instantiate(findInNodesBase('credentials', name)) as ICredentialType;
}

function loadNode(nodeType: string): INodeType | IVersionedNodeType {
	const [packageName = '', name = ''] = nodeType.split('.');
	if (packageName === 'n8n-nodes-base')
		return instantiate(findInNodesBase('nodes', name)) as INodeType | IVersionedNodeType;
	const { name: ownName, n8n } = manifest();
	const ownFile = n8n.nodes.find(
		(file) => path.basename(file).toLowerCase() === `${name.toLowerCase()}.node.js`,
	);
	if (packageName !== ownName || ownFile === undefined)
		throw new Error(`The harness has no node of the type "${nodeType}".`);
	return instantiate(getSourceFile(ownFile)) as INodeType;
}

function manifest(): PackageManifest {
	return JSON.parse(readFileSync(path.join(ROOT, 'package.json'), 'utf8')) as PackageManifest;
}

/** `dist/nodes/Lever/Lever.node.js` is compiled from `nodes/Lever/Lever.node.ts`. */
function getSourceFile(compiled: string): string {
	return path.join(ROOT, compiled.replace(/^dist\//u, '').replace(/\.js$/u, '.ts'));
}

function findInNodesBase(kind: 'nodes' | 'credentials', name: string): string {
	const folder = path.dirname(require.resolve('n8n-nodes-base/package.json'));
	const known = JSON.parse(
		readFileSync(path.join(folder, 'dist/known', `${kind}.json`), 'utf8'),
	) as Record<string, { sourcePath: string } | undefined>;
	const file = path.join(folder, known[name]?.sourcePath ?? '');
	if (known[name] === undefined || !existsSync(file))
		throw new Error(`n8n has no ${kind === 'nodes' ? 'node' : 'credential'} "${name}".`);
	return file;
}

/** Creates an instance of the class that a node's or credential's file is named after. */
function instantiate(file: string): unknown {
	const className = path.basename(file).split('.')[0] ?? '';
	const loaded = loadModule(file) as Record<string, (new () => unknown) | undefined>;
	const Loaded = loaded[className];
	if (!Loaded) throw new Error(`${path.basename(file)} exports no class "${className}".`);
	return new Loaded();
}

function loadModule(file: string): unknown {
	return module.require(file);
}
