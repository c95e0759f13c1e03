import nock from 'nock';

import type { Sandbox } from '../sandbox';
import {
	checkTheSetUp,
	eachWithASandbox,
	EVENTS,
	N8N,
	rowOf,
	somebodyFinishes,
} from './setUpCheck';

const BY_HAND = ['Lever: permission to write', 'Lever: events and signatures', 'Harver: webhook'];
const NOTHING_TO_DO = ['ok', 'by hand', 'no vacancy tag'];

let sandbox: Sandbox;

eachWithASandbox((fresh) => {
	sandbox = fresh;
});

function publishAllFlows(): void {
	for (const event of EVENTS) sandbox.webhooks.register(event, `${N8N}/webhook/1/webhook`, null);
	nock(N8N)
		.persist()
		.get(/^\/webhook\//u)
		.reply(404, {
			code: 404,
			message:
				'This webhook is not registered for GET requests. Did you mean to make a POST request?',
		});
}

/** The vacancy of the Store Manager is closed; without its tag nothing is wrong with the account of the sandbox. */
function mendPostings(): void {
	for (const posting of sandbox.lever.postings)
		if (posting.text === 'Store Manager') posting.tags = [];
}

it('finds nothing to fix in a complete setup', async () => {
	publishAllFlows();
	mendPostings();
	somebodyFinishes(sandbox);
	const table = await checkTheSetUp(sandbox, {
		settings: { harverWebhookUrl: `${N8N}/webhook/3/webhook` },
	});
	expect(table.filter(({ state }) => !NOTHING_TO_DO.includes(state))).toEqual([]);
	expect(table.filter(({ state, whatToFix }) => state === 'ok' && whatToFix !== '')).toEqual([]);
	expect(table.map(({ check }) => check).sort()).toEqual(
		[
			...BY_HAND,
			...EVENTS.map((event) => `Lever: webhook for ${event}`),
			'Harver: login',
			'Harver: open vacancies',
			'Harver: report module',
			'Harver: webhook URL',
			'Lever: archive reasons (Lever to Harver)',
			'Lever: files',
			'Lever: list of webhooks',
			'Lever: notes',
			'Lever: opportunities',
			'Lever: postings',
			'Lever: trigger stage',
			'Lever: users (to choose whom to perform as)',
			'Posting "Customer Support Agent": Harver vacancy "Customer Support Agent"',
			'Posting "Data Engineer"',
			'Posting "Store Manager"',
			'Posting "Warehouse Associate": Harver vacancy "Warehouse Associate"',
			'n8n: address for webhooks',
		].sort(),
	);
});

it('shows the check, its state, what it found and how to fix it', async () => {
	const [row] = await checkTheSetUp(sandbox);
	expect(Object.keys(row ?? {})).toEqual(['check', 'state', 'found', 'whatToFix']);
});

it('writes nothing', async () => {
	await checkTheSetUp(sandbox);
	expect(
		sandbox.requests.entries
			.map(({ method, path }) => `${method} ${path}`)
			.filter((request) => !request.startsWith('GET ') && !request.includes('/oauth/token')),
	).toEqual([]);
});

it('shows which vacancy the tag of each posting leads to', async () => {
	sandbox.harver.addVacancy('Warehouse Associate', 'open');
	sandbox.harver.addVacancy('Data Engineer', 'draft');
	const tags: Record<string, string[]> = {
		'Customer Support Agent': ['Harver Vacancy: Suport Agent'],
		'Data Engineer': ['harver vacancy:  data engineer'],
	};
	for (const posting of sandbox.lever.postings) posting.tags = tags[posting.text] ?? posting.tags;
	const table = await checkTheSetUp(sandbox);
	expect(
		table
			.filter(({ check }) => check.startsWith('Posting'))
			.map(({ check, state }) => `${check} ${state}`)
			.sort(),
	).toEqual([
		'Posting "Customer Support Agent": Harver vacancy "Suport Agent" no such vacancy',
		'Posting "Data Engineer": Harver vacancy "data engineer" draft',
		'Posting "Store Manager": Harver vacancy "Store Manager" closed',
		'Posting "Warehouse Associate": Harver vacancy "Warehouse Associate" two matches',
	]);
	expect(rowOf(table, 'Posting "Store Manager": Harver vacancy "Store Manager"')).toMatchObject({
		found: 'Closed in Harver',
		whatToFix: expect.stringContaining('Open the vacancy again') as string,
	});
	expect(
		rowOf(table, 'Posting "Warehouse Associate": Harver vacancy "Warehouse Associate"')?.whatToFix,
	).toContain('Write the ID of the vacancy into the tag');
});

it('lists the permissions that the key lacks first, and continues', async () => {
	somebodyFinishes(sandbox);
	sandbox.lever.keys.push({
		key: 'narrow',
		name: 'narrow',
		permissions: ['opportunities:read', 'postings:read', 'stages:read'],
		confidential: false,
	});
	const table = await checkTheSetUp(sandbox, {
		lever: { apiKey: 'narrow' },
		settings: { triggerStage: 'Assessment' },
	});
	const fix: unknown = Object.fromEntries(
		table
			.filter(({ state }) => state === 'to fix')
			.map(({ check, whatToFix }) => [check, whatToFix]),
	);
	expect(fix).toEqual({
		'Lever: notes': expect.stringMatching(
			/no permission for notes:read.*"notes: read and write" ticked/u,
		) as string,
		'Lever: files': expect.stringMatching(/"files: read and write" ticked/u) as string,
		'Lever: list of webhooks': expect.stringMatching(
			/"webhooks: read and write" ticked/u,
		) as string,
		'Lever: users (to choose whom to perform as)': expect.stringMatching(
			/"users: read" ticked/u,
		) as string,
		'Lever: archive reasons (Lever to Harver)': expect.stringMatching(
			/"archive reasons: read" ticked/u,
		) as string,
		'Lever: trigger stage': expect.stringContaining(
			'Lever has no stage called "Assessment"',
		) as string,
	});
	const isWrong = ({ state }: { state: string }): boolean => ['to fix', 'closed'].includes(state);
	expect(table.slice(0, table.filter(isWrong).length).every(isWrong)).toBe(true);
	expect(rowOf(table, 'Lever: trigger stage')?.found).toContain('"Harver Assessment"');
	expect(rowOf(table, 'Harver: report module')).toMatchObject({ state: 'ok' });
});

it('distinguishes a wrong login from a missing permission', async () => {
	const table = await checkTheSetUp(sandbox, { lever: { apiKey: 'wrong' } });
	expect(rowOf(table, 'Lever: opportunities')).toMatchObject({
		state: 'to fix',
		whatToFix: expect.stringContaining('Check the key and the environment') as string,
	});
	expect(rowOf(table, 'Lever: notes')).toMatchObject({
		state: 'not checked',
		whatToFix: expect.stringContaining('Mend "Lever: opportunities" first') as string,
	});
	expect(rowOf(table, 'Harver: login')).toMatchObject({ state: 'ok' });
});

it('finds a wrong Harver login, and continues with Lever', async () => {
	const table = await checkTheSetUp(sandbox, { harver: { clientSecret: 'wrong' } });
	expect(rowOf(table, 'Harver: login')).toMatchObject({
		state: 'to fix',
		found: 'Harver refused',
		whatToFix: expect.stringContaining('Check the client ID') as string,
	});
	expect(rowOf(table, 'Harver: report module')).toMatchObject({ state: 'not checked' });
	expect(rowOf(table, 'Posting "Warehouse Associate"')).toMatchObject({ state: 'not checked' });
	expect(rowOf(table, 'Lever: notes')).toMatchObject({ state: 'ok' });
});

it('finds that an account lacks the report module', async () => {
	somebodyFinishes(sandbox);
	sandbox.faults.add({
		service: 'harver',
		method: 'GET',
		path: '/api/v1.0/applications',
		status: 400,
		times: 1,
	});
	const table = await checkTheSetUp(sandbox);
	expect(rowOf(table, 'Harver: report module')).toMatchObject({
		state: 'to fix',
		whatToFix: expect.stringContaining('Take what the account lacks out of "Include"') as string,
	});
});

it("lists the steps that neither service's API can check", async () => {
	const table = await checkTheSetUp(sandbox);
	expect(BY_HAND.map((check) => rowOf(table, check)?.state)).toEqual([
		'by hand',
		'by hand',
		'by hand',
	]);
	expect(rowOf(table, 'Harver: webhook')?.whatToFix).toMatch(
		/^1\. .*begins with https:\/\/n8n\.example\.org\/.* 2\. .*Harver to ATS.* 3\. /u,
	);
});
