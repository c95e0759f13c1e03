import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

export const ROOT = path.resolve(__dirname, '../../..');

/** A page of the documentation. `file` is its path from the root of the repository. */
export interface Page {
	file: string;
	text: string;
}

/** All pages: those at the root, those in `docs`, and the README of each test folder. */
export function pages(): Page[] {
	const markdown = (folder: string): string[] =>
		readdirSync(path.join(ROOT, folder))
			.filter((file) => file.endsWith('.md'))
			.map((file) => path.join(folder, file));
	const readmes = readdirSync(path.join(ROOT, 'test'))
		.map((folder) => `test/${folder}/README.md`)
		.filter(exists);
	return [...markdown('.'), ...markdown('docs'), ...readmes].map((file) => ({
		file,
		text: read(file),
	}));
}

export function read(file: string): string {
	return readFileSync(path.join(ROOT, file), 'utf8');
}

/** The fenced blocks of a language in a page. */
export function blocks(text: string, language: string): string[] {
	return [...text.matchAll(/^```(\w*)\n([\s\S]*?)^```$/gmu)]
		.filter((match) => match[1] === language)
		.map((match) => match[2] ?? '');
}

/** The shell commands of a page: the lines of its blocks without comments, and the npm commands in its sentences. */
export function commands(text: string): string[] {
	const lines = blocks(text, 'bash').flatMap((block) =>
		block
			.split('\n')
			.map((line) => line.replace(/(?:^|\s+)#.*$/u, '').trim())
			.filter((line) => line !== ''),
	);
	return [...lines, ...[...prose(text).matchAll(/`(npm [^`]+)`/gu)].map((match) => match[1] ?? '')];
}

function prose(text: string): string {
	return text.replace(/^```[\s\S]*?^```$/gmu, '');
}

/** The targets of a page's links within the repository, as paths from its root, each with the heading after `#`. */
export function links({ file, text }: Page): { target: string; heading: string }[] {
	return [...prose(text).matchAll(/\]\(([^)\s]+)\)/gu)]
		.map((match) => match[1] ?? '')
		.filter((link) => !/^[a-z]+:/u.test(link))
		.map((link) => {
			const [to = '', heading = ''] = link.split('#');
			return { target: to === '' ? file : path.join(path.dirname(file), to), heading };
		});
}

/** The headings of a page. */
export function headings(text: string): string[] {
	return [...text.matchAll(/^#{1,6} (.+)$/gmu)].map((match) => match[1] ?? '');
}

/** The anchors of a page's headings, as GitHub creates them. */
export function anchors(text: string): string[] {
	return headings(text).map((heading) =>
		heading
			.toLowerCase()
			.replace(/[^\w\- ]/gu, '')
			.replaceAll(' ', '-'),
	);
}

export function exists(file: string): boolean {
	return existsSync(path.join(ROOT, file));
}
