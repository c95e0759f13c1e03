import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

export const ROOT = path.resolve(__dirname, '../../..');

/** A page of the documentation, by its path from the root of the repository. */
export interface Page {
	file: string;
	text: string;
}

/** All pages that a user reads. */
export function pages(): Page[] {
	const docs = readdirSync(path.join(ROOT, 'docs')).filter((file) => file.endsWith('.md')).map((file) => `docs/${file}`);
	return ['README.md', 'SECURITY.md', 'CODE_OF_CONDUCT.md', 'test/harness/README.md', 'test/sandbox/README.md', ...docs].map((file) => ({ file, text: read(file) }));
}

export function read(file: string): string {
	return readFileSync(path.join(ROOT, file), 'utf8');
}

/** The fenced blocks of a language in a page. */
export function blocks(text: string, language: string): string[] {
	return [...text.matchAll(/^```(\w*)\n([\s\S]*?)^```$/gmu)].filter((match) => match[1] === language).map((match) => match[2] ?? '');
}

/** The shell commands of a page, without comments, one each. */
export function commands(text: string): string[] {
	return blocks(text, 'bash').flatMap((block) => block.split('\n').map((line) => line.replace(/\s+#.*$/u, '').trim()).filter((line) => line !== '' && !line.startsWith('#')));
}

/** The targets of a page's links within the repository, as paths from its root, each with the heading after `#`. */
export function links({ file, text }: Page): { target: string; heading: string }[] {
	const prose = text.replace(/^```[\s\S]*?^```$/gmu, '');
	return [...prose.matchAll(/\]\(([^)\s]+)\)/gu)]
		.map((match) => match[1] ?? '')
		.filter((link) => !/^[a-z]+:/u.test(link))
		.map((link) => {
			const [to = '', heading = ''] = link.split('#');
			return { target: to === '' ? file : path.join(path.dirname(file), to), heading };
		});
}

/** The anchors of a page's headings, as GitHub makes them. */
export function anchors(text: string): string[] {
	return [...text.matchAll(/^#{1,6} (.+)$/gmu)].map((match) => (match[1] ?? '').toLowerCase().replace(/[^\w\- ]/gu, '').replaceAll(' ', '-'));
}

export function exists(file: string): boolean {
	return existsSync(path.join(ROOT, file));
}
