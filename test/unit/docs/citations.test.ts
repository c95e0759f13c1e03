import { readdirSync } from 'node:fs';
import path from 'node:path';

import { headings, read, ROOT } from './documents';

const PAGES = ['docs/lever-api.md', 'docs/harver-api.md'];

/** The code whose comments say where a fact comes from, by its path. */
const code = ['nodes', 'credentials', 'test'].flatMap((folder) =>
	readdirSync(path.join(ROOT, folder), { recursive: true, encoding: 'utf8' })
		.filter((file) => /^(?!host.installed).*\.ts$/u.test(file))
		.map((file) => path.join(folder, file)),
);

/** What follows each mention of a page in comments, such as "Notes and Files)". */
function findCitations(text: string, page: string): string[] {
	const unwrapped = text.replace(/\n\s*(?:\*|\/\/)\s*/gu, ' ');
	return unwrapped
		.split(`${page}, `)
		.slice(1)
		.map((cited) => cited.slice(0, 100));
}

/** What a citation names that the page does not have as a heading. */
function findUnknownHeadings(cited: string, known: string[]): string[] {
	const heading = known.find((one) => cited.startsWith(one));
	if (heading === undefined) return [cited];
	const next = /^(?:, | and )(?<rest>[A-Z].*)/u.exec(cited.slice(heading.length));
	return next?.groups?.rest === undefined ? [] : findUnknownHeadings(next.groups.rest, known);
}

it.each(PAGES)('comments cite headings that %s has', (page) => {
	const longestFirst = headings(read(page)).sort((one, other) => other.length - one.length);
	const all = code.flatMap((file) =>
		findCitations(read(file), page).map((cited) => ({ file, cited })),
	);
	expect(all.length).toBeGreaterThan(20);
	expect(all.filter(({ cited }) => findUnknownHeadings(cited, longestFirst).length > 0)).toEqual(
		[],
	);
});
