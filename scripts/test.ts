import { readFileSync } from 'node:fs';
import path from 'node:path';

import execa from 'execa';

import { runCommand } from '../test/host/runCommand';

/** The fast checks, cheapest first; the first failure stops them. */
const STEPS = [
	{ title: 'Lint', command: 'eslint', parameters: ['.', '--max-warnings', '0'] },
	{ title: 'Format', command: 'prettier', parameters: ['--check', '--log-level', 'warn', '.'] },
	{ title: 'Types', command: 'tsc', parameters: ['--noEmit'] },
	{ title: "Build, and n8n's scanner", command: 'npm', parameters: ['run', '--silent', 'scan'] },
];

runCommand(async (teardown) => {
	for (const { title, command, parameters } of STEPS) {
		console.log(`\n== ${title}`);
		const { exitCode } = await execa(command, parameters, { stdio: 'inherit', reject: false });
		if (exitCode !== 0) return exitCode;
	}
	console.log('\n== Unit, workflow and sandbox tests');
	const report = path.join(await teardown.createTemporaryFolder('jest'), 'report.json');
	const { exitCode } = await execa('jest', ['--json', `--outputFile=${report}`], {
		stdio: ['inherit', 'ignore', 'inherit'],
		reject: false,
	});
	const { numPassedTests, numFailedTests } = JSON.parse(readFileSync(report, 'utf8')) as {
		numPassedTests: number;
		numFailedTests: number;
	};
	console.log(`${numPassedTests.toString()} passed, ${numFailedTests.toString()} failed`);
	return exitCode;
});
