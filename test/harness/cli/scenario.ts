import { readdirSync } from 'node:fs';
import path from 'node:path';

import { z } from 'zod';

import { expectationSchema } from './expectation';
import { resolveInputPath, readJsonFile } from './inputFile';
import { stepSchema } from './steps';

const FOLDER = path.resolve(__dirname, '../scenarios');

const scenarioSchema = z
	.object({
		about: z.string().min(1),
		/** Name of somebody in the sandbox, or of who applies. */
		candidate: z.string().min(1),
		/** What has happened before the flow listens. */
		given: z.array(stepSchema),
		/** What happens while it listens. */
		when: z.array(stepSchema).min(1),
		/** How it ends, by the name of the flow that does it; `*` is any flow. */
		expect: z.record(expectationSchema).default({}),
	})
	.strict();

export type Scenario = z.infer<typeof scenarioSchema>;

/** The names of the scenarios that are there. */
export function listScenarios(): string[] {
	return readdirSync(FOLDER)
		.filter((file) => file.endsWith('.json'))
		.map((file) => path.basename(file, '.json'))
		.sort();
}

/** A scenario by its name, or of one's own by the path of its file. Throws when it is none. */
export function readScenario(nameOrFile: string): Scenario {
	const known = listScenarios().includes(nameOrFile);
	if (!known && !/[\\/.]/u.test(nameOrFile))
		throw new Error(
			`There is no scenario "${nameOrFile}". There are: ${listScenarios().join(', ')}; or give the path of a file of your own.`,
		);
	const file = known ? path.join(FOLDER, `${nameOrFile}.json`) : resolveInputPath(nameOrFile);
	const parsed = scenarioSchema.safeParse(readJsonFile(file));
	if (parsed.success) return parsed.data;
	throw new Error(
		`${file} is no scenario: ${parsed.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`).join(', ')}`,
	);
}
