import { createRequire } from 'node:module';
import path from 'node:path';

import { ROOT } from '../../test/host/paths';

/** What the editor is told of a node or credential: the shape of JSON. */
export type Told = Record<string, unknown> | unknown[];

/** The class that a file of `dist` hands out is named as the file: `dist/nodes/Lever/Lever.node.js` hands out `Lever`. */
export function classOf(entry: string): string {
	return path.posix.basename(entry).split('.')[0] ?? '';
}

/** The source of a file of `dist`, from the repository's root. */
export function sourceOf(entry: string): string {
	return path.posix.relative('dist', entry).replace(/\.js$/u, '.ts');
}

/** The descriptions of nodes and the properties of credentials, by the names of their classes, as the sources have them. */
export function descriptionsOf(entries: string[]): Record<string, Told> {
	const load = createRequire(path.join(ROOT, 'package.json'));
	return Object.fromEntries(
		entries.map((entry) => {
			const name = classOf(entry);
			const { [name]: Class } = load(`./${sourceOf(entry)}`) as Record<
				string,
				(new () => { description?: Told; properties?: Told }) | undefined
			>;
			if (!Class) throw new Error(`${sourceOf(entry)} exports no ${name}.`);
			const { description, properties } = new Class();
			return [name, description ?? properties ?? []];
		}),
	);
}
