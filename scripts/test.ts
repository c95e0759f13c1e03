import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import path from 'node:path';

import execa from 'execa';

/** Everything fast, in the order in which a mistake is cheapest to find; stops at the first that fails. */
const STEPS = [
	{ title: 'Lint', command: 'eslint', parameters: ['.', '--max-warnings', '0'] },
	{ title: 'Format', command: 'prettier', parameters: ['--check', '--log-level', 'warn', '.'] },
	{ title: 'Types', command: 'tsc', parameters: ['--noEmit'] },
	{ title: "Build, and n8n's scanner", command: 'npm', parameters: ['run', '--silent', 'scan'] },
];
const REPORT = '.runtime/jest.json';

async function main(): Promise<number> {
	for (const { title, command, parameters } of STEPS) {
		console.log(`\n== ${title}`);
		const { exitCode } = await execa(command, parameters, { stdio: 'inherit', reject: false });
		if (exitCode !== 0) return exitCode;
	}
	console.log('\n== Unit, workflow and sandbox tests');
	// Jest does not make the folder, and a fresh clone has none.
	mkdirSync(path.dirname(REPORT), { recursive: true });
	rmSync(REPORT, { force: true });
	const { exitCode } = await execa('jest', ['--json', `--outputFile=${REPORT}`], {
		stdio: ['inherit', 'ignore', 'inherit'],
		reject: false,
	});
	const report = JSON.parse(readFileSync(REPORT, 'utf8')) as {
		numPassedTests: number;
		numFailedTests: number;
	};
	console.log(
		`${report.numPassedTests.toString()} passed, ${report.numFailedTests.toString()} failed`,
	);
	return exitCode;
}

void main().then((exitCode) => process.exit(exitCode));
