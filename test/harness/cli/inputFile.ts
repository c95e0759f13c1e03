import { readFileSync } from 'node:fs';
import path from 'node:path';

import { z } from 'zod';

import type { WorkflowJson } from '../engine';

const node = z
	.object({
		name: z.string(),
		type: z.string(),
		typeVersion: z.number(),
		parameters: z.record(z.unknown()),
	})
	.passthrough();
const workflow = z
	.object({ nodes: z.array(node).min(1), connections: z.record(z.unknown()) })
	.passthrough();

/** The file of a path that the user typed. npm runs scripts in the repository, so it counts from where npm was called. */
export function resolveInputPath(
	typed: string,
	calledFrom = process.env.INIT_CWD ?? process.cwd(),
): string {
	return path.resolve(calledFrom, typed);
}

/** What a JSON file holds. Throws a sentence for the user when the file is not there, cannot be read, or is no JSON. */
export function readJsonFile(file: string): unknown {
	let text: string;
	try {
		text = readFileSync(file, 'utf8');
	} catch (error) {
		const { code } = error as NodeJS.ErrnoException;
		throw new Error(
			code === 'ENOENT'
				? `There is no file ${file}. Paths count from the folder in which you call npm.`
				: `${file} cannot be read (${code ?? String(error)}).`,
		);
	}
	try {
		return JSON.parse(text.replace(/^\uFEFF/u, ''));
	} catch (error) {
		throw new Error(
			`${file} is no JSON: ${error instanceof Error ? error.message : String(error)}`,
		);
	}
}

/** A flow as n8n exports it. Throws a sentence for the user when the file holds none, or several. */
export function readWorkflowFile(file: string): WorkflowJson {
	const json = readJsonFile(file);
	if (Array.isArray(json)) {
		if (json.length !== 1)
			throw new Error(
				`${file} holds ${json.length.toString()} workflows. Export one alone, with ⋯ > Download in n8n's editor.`,
			);
		return flowIn(file, json[0]);
	}
	return flowIn(file, json);
}

function flowIn(file: string, json: unknown): WorkflowJson {
	const parsed = workflow.safeParse(json);
	if (parsed.success) return parsed.data as unknown as WorkflowJson;
	const wrong = parsed.error.issues.map(
		(issue) => `${issue.path.join('.') || 'the file'}: ${issue.message}`,
	);
	throw new Error(
		`${file} is no workflow that n8n has exported (${wrong.slice(0, 3).join('; ')}). Export it with ⋯ > Download in n8n's editor.`,
	);
}
