import { readFileSync } from 'node:fs';
import path from 'node:path';

import { z } from 'zod';

import type { WorkflowJson } from '../engine';

const MAX_ISSUES = 3;

const nodeSchema = z
	.object({
		name: z.string(),
		type: z.string(),
		typeVersion: z.number(),
		parameters: z.record(z.unknown()),
	})
	.passthrough();
const workflowSchema = z
	.object({ nodes: z.array(nodeSchema).min(1), connections: z.record(z.unknown()) })
	.passthrough();

/** Resolves a path that the user typed. npm runs scripts in the repository, so it is relative to where npm was called. */
export function resolveInputPath(
	typed: string,
	calledFrom = process.env.INIT_CWD ?? process.cwd(),
): string {
	return path.resolve(calledFrom, typed);
}

/** Reads a JSON file. Throws a message for the user when the file does not exist, cannot be read, or is not JSON. */
export function readJsonFile(file: string): unknown {
	let text: string;
	try {
		text = readFileSync(file, 'utf8');
	} catch (error) {
		const { code } = error as NodeJS.ErrnoException;
		throw new Error(
			code === 'ENOENT'
				? `The file ${file} does not exist. Paths are relative to the folder in which you call npm.`
				: `The file ${file} cannot be read (${code ?? String(error)}).`,
		);
	}
	try {
		return JSON.parse(text.replace(/^\uFEFF/u, ''));
	} catch (error) {
		throw new Error(
			`The file ${file} is not JSON: ${error instanceof Error ? error.message : String(error)}`,
		);
	}
}

/** Reads a workflow as n8n exports it. Throws a message for the user when the file contains none, or several. */
export function readWorkflowFile(file: string): WorkflowJson {
	const json = readJsonFile(file);
	const workflows: unknown[] = Array.isArray(json) ? json : [json];
	if (workflows.length !== 1)
		throw new Error(
			`The file ${file} contains ${workflows.length.toString()} workflows. Export a single one with ⋯ > Download in n8n's editor.`,
		);
	const parsed = workflowSchema.safeParse(workflows[0]);
	if (parsed.success) return parsed.data as unknown as WorkflowJson;
	throw new Error(
		`The file ${file} is not a workflow exported from n8n (${formatIssues(parsed.error)}). Export it with ⋯ > Download in n8n's editor.`,
	);
}

/** The first things that are wrong with the content of a file, in one line. */
export function formatIssues({ issues }: z.ZodError): string {
	return issues
		.slice(0, MAX_ISSUES)
		.map(({ path: at, message }) => `${at.join('.') || 'the file'}: ${message}`)
		.join('; ');
}
