import { createHash } from 'node:crypto';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

import { Command } from 'commander';
import envPaths from 'env-paths';

import { DEMO_CANDIDATE, TRIGGER_STAGE } from '../sandbox';
import { startDemo, type Demo } from './demo';
import {
	checkInvitation,
	type Check,
	getDemoCandidate,
	checkResults,
	checkProgress,
} from './demoChecks';
import { OWNER } from './N8nClient';
import { ROOT } from './paths';
import { step } from './progress';
import { runCommand } from './runCommand';
import type { Teardown } from './Teardown';

interface Options {
	check: boolean;
	fresh: boolean;
	portN8n: string;
	portSandbox: string;
}

const APPEARS_WITHIN = 60_000;
const SCORE = 87;
/** A duplicate would have come by then. */
const SETTLE = 5_000;

/** n8n's user folder of the demo, one for each clone: kept between starts, outside the repository as a user's is. */
const USER_FOLDER = path.join(
	envPaths('n8n-nodes-lever-harver', { suffix: '' }).cache,
	`demo-${createHash('sha256').update(ROOT).digest('hex').slice(0, 8)}`,
);

async function main(teardown: Teardown): Promise<number> {
	const options = new Command()
		.name('npm start --')
		.description('Runs n8n with the workflows, and a simulated Lever and Harver.')
		.option('--check', 'verify the result and exit with 0 or 1', false)
		.option('--fresh', 'start with an empty n8n, without what you changed in it before', false)
		.option('--port-n8n <number>', 'port of the n8n editor', '5678')
		.option('--port-sandbox <number>', 'port of the sandbox page', '5690')
		.parse()
		.opts<Options>();
	return options.check ? await check(teardown) : await demonstrate(teardown, options);
}

/** Runs everything once, in a temporary user folder and on free ports, and prints a verdict. */
async function check(teardown: Teardown): Promise<number> {
	const demo = await startDemo(teardown);
	const checks = [...(await moveAndWait(demo)), ...(await completeAndWait(demo))];
	await step('Waiting for duplicates', async () => {
		await sleep(SETTLE);
	});
	const last = checkResults(demo.sandbox);
	print(last);
	const passed = [...checks, ...last].every(({ ok }) => ok);
	console.log(passed ? '\nAll checks passed.' : '\nThe check failed.');
	return passed ? 0 : 1;
}

/** Runs everything, to look at and play with until Ctrl-C. */
async function demonstrate(
	teardown: Teardown,
	{ fresh, portN8n, portSandbox }: Options,
): Promise<number> {
	const demo = await startDemo(teardown, {
		userFolder: USER_FOLDER,
		fresh,
		n8nPort: Number(portN8n),
		sandboxPort: Number(portSandbox),
	});
	await moveAndWait(demo);
	await completeAndWait(demo);
	console.log(`\nn8n editor:    ${demo.n8n.url}   (${OWNER.email}, ${OWNER.password})`);
	console.log(
		`Sandbox page:  ${demo.sandbox.url}   (move candidates to "${TRIGGER_STAGE}" and watch)`,
	);
	console.log(`Data of n8n:   ${USER_FOLDER}   (-- --fresh deletes it first)`);
	console.log('Ctrl-C stops it all.');
	process.exitCode = 0;
	return await new Promise<never>(() => undefined);
}

/** Moves the candidate of the demo to the trigger stage and shows what happens. */
async function moveAndWait({ sandbox }: Demo): Promise<Check[]> {
	const candidate = sandbox.lever.opportunities.find(
		(opportunity) => sandbox.lever.getContactFor(opportunity).name === DEMO_CANDIDATE,
	);
	const stage = sandbox.lever.stages.find(({ text }) => text === TRIGGER_STAGE);
	if (!candidate || !stage) throw new Error('The sandbox has no such candidate or stage.');
	return await runAndCheck(
		`Moving ${DEMO_CANDIDATE} to "${TRIGGER_STAGE}" and waiting for the invitation`,
		() => sandbox.lever.moveToStage(candidate.id, stage.id),
		() => checkInvitation(sandbox),
	);
}

/** Lets the candidate start and complete the assessment and shows what happens. */
async function completeAndWait({ sandbox }: Demo): Promise<Check[]> {
	const { application } = getDemoCandidate(sandbox);
	const started = await runAndCheck(
		`${DEMO_CANDIDATE} starts the assessment`,
		() => sandbox.harver.start(application.id),
		() => checkProgress(sandbox),
	);
	const completed = await runAndCheck(
		`${DEMO_CANDIDATE} completes it with ${SCORE.toString()} % and the results go to Lever`,
		() => sandbox.harver.complete(application.id, SCORE),
		() => checkResults(sandbox),
	);
	return [...started, ...completed];
}

/** Does something, waits until all checks pass or the time is up, and shows the checks. */
async function runAndCheck(
	title: string,
	act: () => unknown,
	look: () => Check[],
): Promise<Check[]> {
	const checks = await step(title, async () => {
		act();
		const until = Date.now() + APPEARS_WITHIN;
		while (!look().every(({ ok }) => ok) && Date.now() < until) await sleep(250);
		return look();
	});
	print(checks);
	return checks;
}

function print(checks: Check[]): void {
	for (const { ok, what } of checks) console.log(`  ${ok ? '✓' : '✗'} ${what}`);
}

runCommand(main);
