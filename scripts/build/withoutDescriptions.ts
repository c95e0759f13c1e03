import { readFile } from 'node:fs/promises';
import path from 'node:path';

import type { Plugin } from 'esbuild';
import ts from 'typescript';

import { ROOT } from '../../test/host/paths';

/** Where the bundle finds what the editor is told, beside itself. */
const DATA = './descriptions.json';
/** Each object has its own copy: n8n adds to what it is given. */
const COPY = `const descriptions = require(${JSON.stringify(DATA)}); export const describedAs = (name) => JSON.parse(JSON.stringify(descriptions[name]));`;
const MODULE = 'described';
const { factory } = ts;

/**
 * Takes out of the bundle what only the editor is told: a node's description and a credential's properties come from
 * `descriptions.json`, and of resources and operations only what they are found by and what they do stay. What nothing uses any more, the bundler leaves out.
 */
export const withoutDescriptions: Plugin = {
	name: 'without-descriptions',
	setup(builder) {
		builder.onResolve({ filter: /^described$/ }, () => ({ path: MODULE, namespace: MODULE }));
		builder.onLoad({ filter: /.*/, namespace: MODULE }, () => ({ contents: COPY, loader: 'js' }));
		builder.onResolve({ filter: /\/descriptions\.json$/ }, () => ({ path: DATA, external: true }));
		builder.onLoad(
			{ filter: /[\\/](?:nodes|credentials)[\\/].*\.ts$/ },
			async ({ path: file }) => ({
				contents: withoutDescription(
					await readFile(file, 'utf8'),
					path.relative(ROOT, file).replace(/\\/gu, '/'),
				),
				loader: 'ts',
			}),
		);
	},
};

/** The source of a file, named from the repository's root, without what the editor is told. Throws when an operation or a resource does not say itself what it is found by. */
export function withoutDescription(source: string, file: string): string {
	const parsed = ts.createSourceFile(file, source, ts.ScriptTarget.ES2022, true);
	const { transformed } = ts.transform(parsed, [changed]);
	const printed = ts.createPrinter().printFile(transformed[0] ?? parsed);
	return printed.includes('describedAs(')
		? `import { describedAs } from '${MODULE}';\n${printed}`
		: printed;
}

const changed: ts.TransformerFactory<ts.SourceFile> = (context) => (file) => {
	const { fileName } = file;
	const change = (node: ts.Node): ts.Node | undefined => {
		if (ts.isClassDeclaration(node) && node.name?.text === classIn(fileName))
			return ts.visitEachChild(node, (member) => describedFromData(member, node), context);
		if (ts.isVariableStatement(node))
			return fileName.includes('/actions/') && namesOf(node).includes('fields')
				? undefined
				: ts.visitEachChild(node, change, context);
		if (ts.isVariableDeclarationList(node)) return ts.visitEachChild(node, change, context);
		return ts.isVariableDeclaration(node)
			? unusedIfUnused(fileName.includes('/actions/') ? withoutWords(node) : node)
			: node;
	};
	return ts.visitEachChild(file, change, context);
};

/** The name of the class that n8n loads from a file: `Lever` from `nodes/Lever/Lever.node.ts`; none from other files. */
function classIn(file: string): string | undefined {
	return /([^/]+)\.(?:node|credentials)\.ts$/u.exec(file)?.[1];
}

function namesOf({ declarationList }: ts.VariableStatement): string[] {
	return declarationList.declarations.map(({ name }) => name.getText());
}

/** A node's `description`, a credential's `properties`, from the data; any other member as it is. */
function describedFromData(member: ts.Node, { name }: ts.ClassDeclaration): ts.Node {
	if (
		!ts.isPropertyDeclaration(member) ||
		!['description', 'properties'].includes(member.name.getText())
	)
		return member;
	const described = factory.createCallExpression(
		factory.createIdentifier('describedAs'),
		undefined,
		[factory.createStringLiteral(name?.text ?? '')],
	);
	return factory.updatePropertyDeclaration(
		member,
		member.modifiers,
		member.name,
		undefined,
		undefined,
		described,
	);
}

/** An operation's option and a resource without the words that they are offered with. */
function withoutWords(declaration: ts.VariableDeclaration): ts.VariableDeclaration {
	const { name, type, initializer } = declaration;
	const kept =
		name.getText() === 'option'
			? ['value']
			: type?.getText() === 'Resource'
				? ['value', 'operations']
				: undefined;
	if (!kept || !initializer || !ts.isObjectLiteralExpression(initializer)) return declaration;
	const properties = initializer.properties.filter((property) =>
		kept.includes(property.name?.getText() ?? ''),
	);
	if (properties.length !== kept.length)
		throw new Error(
			`${name.getText()} must say ${kept.join(' and ')} itself: ${initializer.getText()}`,
		);
	return factory.updateVariableDeclaration(
		declaration,
		name,
		undefined,
		type,
		factory.updateObjectLiteralExpression(initializer, properties),
	);
}

/** Tells the bundler that working out a constant does nothing else, however it is worked out: unused, it may go. */
function unusedIfUnused(declaration: ts.VariableDeclaration): ts.VariableDeclaration {
	const { name, type, initializer } = declaration;
	if (!initializer || !ts.isIdentifier(name) || ts.isArrowFunction(initializer)) return declaration;
	const worker = factory.createArrowFunction(
		undefined,
		undefined,
		[],
		undefined,
		undefined,
		factory.createParenthesizedExpression(initializer),
	);
	const call = factory.createCallExpression(
		factory.createParenthesizedExpression(worker),
		undefined,
		[],
	);
	ts.addSyntheticLeadingComment(call, ts.SyntaxKind.MultiLineCommentTrivia, ' @__PURE__ ', false);
	return factory.updateVariableDeclaration(declaration, name, undefined, type, call);
}
