import { readdirSync } from 'node:fs';
import path from 'node:path';

import { z } from 'zod';

import { expectationSchema } from './expectation';
import { formatIssues, readJsonFile, resolveInputPath } from './inputFile';
import { stepSchema } from './steps';

const FOLDER = path.resolve(__dirname, '../scenarios');

const scenarioSchema = z
	.object({
		about: z.string().min(1),
		/** The name of a candidate in the sandbox, or of the one who applies. */
		candidate: z.string().min(1),
		/** What happens before the workflow listens. */
		given: z.array(stepSchema),
		/** What happens while it listens. */
		when: z.array(stepSchema).min(1),
		/** How it ends, by the name of the workflow; `*` is any workflow. */
		expect: z.record(expectationSchema).default({}),
	})
	.strict();

export type Scenario = z.infer<typeof scenarioSchema>;

/** Returns the names of the scenarios that come with the harness. */
export function listScenarios(): string[] {
	return readdirSync(FOLDER)
		.filter((file) => file.endsWith('.json'))
		.map((file) => path.basename(file, '.json'))
		.sort();
}

/** Reads a scenario by its name, or the user's own by the path of its file. Throws a message for the user. */
export function readScenario(nameOrFile: string): Scenario {
	const known = listScenarios().includes(nameOrFile);
	if (!known && !/[\\/.]/u.test(nameOrFile))
		throw new Error(
			`There is no scenario "${nameOrFile}". Choose one of ${listScenarios().join(', ')}, or pass the path of your own file.`,
		);
	const file = known ? path.join(FOLDER, `${nameOrFile}.json`) : resolveInputPath(nameOrFile);
	const parsed = scenarioSchema.safeParse(readJsonFile(file));
	if (parsed.success) return parsed.data;
	throw new Error(`${file} is not a scenario: ${formatIssues(parsed.error)}`);
}
