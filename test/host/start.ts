import { randomBytes } from 'node:crypto';
import { rm } from 'node:fs/promises';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

import { Command } from 'commander';

import { DEMO_CANDIDATE, TRIGGER_STAGE } from '../sandbox';
import { startDemo, type Demo } from './demo';
import { OWNER } from './N8nClient';
import { freePort } from './N8nProcess';
import { RUNTIME } from './paths';
import { step } from './progress';
import { inviteResult, type Finding } from './inviteResult';
import { demoCandidate, loopResult, progressResult } from './loopResult';

interface Options {
	check: boolean;
	fresh: boolean;
	portN8n: string;
	portSandbox: string;
}

const PATIENCE = 60_000;
const SCORE = 87;
/** A double would have come by then. */
const SETTLE = 5_000;

async function main(): Promise<void> {
	const options = new Command()
		.name('npm start --')
		.description('Runs n8n with the flows, and a simulated Lever and Harver.')
		.option('--check', 'verify the result and exit with 0 or 1', false)
		.option('--fresh', 'forget what an earlier start has left in n8n', false)
		.option('--port-n8n <number>', 'port of the n8n editor', '5678')
		.option('--port-sandbox <number>', 'port of the sandbox page', '5690')
		.parse()
		.opts<Options>();
	process.exitCode = options.check ? await check() : await demonstrate(options);
}

/** Everything once in a new user folder on free ports, with a verdict. */
async function check(): Promise<number> {
	const folder = `check-${randomBytes(4).toString('hex')}`;
	const demo = await startDemo({
		folder,
		n8nPort: await freePort(),
		sandboxPort: await freePort(),
	});
	try {
		const findings = [...(await moveAndWait(demo)), ...(await completeAndWait(demo))];
		await step('Waiting for doubles', async () => {
			await sleep(SETTLE);
		});
		const last = loopResult(demo.sandbox);
		show(last);
		const passed = [...findings, ...last].every(({ ok }) => ok);
		console.log(passed ? '\nAll checks passed.' : '\nThe check failed.');
		return passed ? 0 : 1;
	} finally {
		await demo.stop();
		await rm(path.join(RUNTIME, folder), { recursive: true, force: true });
	}
}

/** Everything, to look at and play with until Ctrl-C. */
async function demonstrate({ fresh, portN8n, portSandbox }: Options): Promise<number> {
	if (fresh) await rm(path.join(RUNTIME, 'demo'), { recursive: true, force: true });
	const demo = await startDemo({
		folder: 'demo',
		n8nPort: Number(portN8n),
		sandboxPort: Number(portSandbox),
	});
	await moveAndWait(demo);
	await completeAndWait(demo);
	console.log(`\nn8n editor:    ${demo.n8n.url}   (${OWNER.email}, ${OWNER.password})`);
	console.log(
		`Sandbox page:  ${demo.sandbox.url}   (move candidates to "${TRIGGER_STAGE}" and watch)`,
	);
	console.log('Ctrl-C stops it all.');
	await new Promise<void>((resolve) => {
		for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, resolve);
	});
	await step('Stopping', async () => {
		await demo.stop();
	});
	return 0;
}

/** Moves the candidate of the demo to the trigger stage and shows what follows. */
async function moveAndWait({ sandbox }: Demo): Promise<Finding[]> {
	const candidate = sandbox.lever.opportunities.find(
		(opportunity) => sandbox.lever.getContactFor(opportunity).name === DEMO_CANDIDATE,
	);
	const stage = sandbox.lever.stages.find(({ text }) => text === TRIGGER_STAGE);
	if (!candidate || !stage) throw new Error('The sandbox has lost its candidate or its stage.');
	return await watched(
		`Moving ${DEMO_CANDIDATE} to "${TRIGGER_STAGE}" and waiting for the invitation`,
		() => sandbox.lever.moveToStage(candidate.id, stage.id),
		() => inviteResult(sandbox),
	);
}

/** Lets the candidate begin and complete the assessment and shows what follows. */
async function completeAndWait({ sandbox }: Demo): Promise<Finding[]> {
	const { application } = demoCandidate(sandbox);
	const begun = await watched(
		`${DEMO_CANDIDATE} begins the assessment`,
		() => sandbox.harver.start(application.id),
		() => progressResult(sandbox),
	);
	const completed = await watched(
		`${DEMO_CANDIDATE} completes it with ${SCORE.toString()} % and the results go to Lever`,
		() => sandbox.harver.complete(application.id, SCORE),
		() => loopResult(sandbox),
	);
	return [...begun, ...completed];
}

/** Does something, waits until everything that is looked for is found, or for the end of patience, and shows what there is. */
async function watched(
	title: string,
	act: () => unknown,
	look: () => Finding[],
): Promise<Finding[]> {
	const findings = await step(title, async () => {
		act();
		const until = Date.now() + PATIENCE;
		while (!look().every(({ ok }) => ok) && Date.now() < until) await sleep(250);
		return look();
	});
	show(findings);
	return findings;
}

function show(findings: Finding[]): void {
	for (const { ok, what } of findings) console.log(`  ${ok ? '✓' : '✗'} ${what}`);
}

main().catch((error: unknown) => {
	console.error(`\n${error instanceof Error ? error.message : String(error)}`);
	process.exit(1);
});
