import type { IDataObject } from 'n8n-workflow';

import { runWorkflow, type CredentialStore, type WorkflowJson } from '../harness';
import { DEMO_API_KEY, HARVER_CLIENT, startSandbox, type Sandbox } from '../sandbox';
import { shippedFlow } from './flows';

const EVENTS = ['candidateStageChange', 'applicationCreated', 'candidateHired', 'candidateArchiveChange', 'candidateDeleted'];
const AGENT = '5f0c1d2e3a4b5c6d7e8f9a01';
const flow = shippedFlow('0-check-the-set-up.json');

let sandbox: Sandbox;

beforeEach(async () => {
	sandbox = await startSandbox();
});

afterEach(async () => {
	await sandbox.close();
});

type Change = Record<string, string>;

/** The table that the check shows. */
async function check({ lever = {}, harver = {}, settings = {} }: { lever?: Change; harver?: Change; settings?: Change } = {}): Promise<IDataObject[]> {
	const credentials: CredentialStore = {
		leverApi: { apiKey: DEMO_API_KEY, environment: 'custom', baseUrl: `${sandbox.url}/v1`, ...lever },
		harverApi: { ...HARVER_CLIENT, environment: 'custom', baseUrl: sandbox.url, ...harver },
	};
	const { failure, jsonOf } = await runWorkflow(changed(flow, settings), { startNode: 'Check Now', credentials });
	expect(failure).toBeUndefined();
	return jsonOf('What to Fix');
}

function changed(json: WorkflowJson, settings: Change): WorkflowJson {
	const copy = structuredClone(json);
	const { assignments } = copy.nodes.find(({ name }) => name === 'Settings')?.parameters.assignments as { assignments: { name: string; value: string }[] };
	for (const assignment of assignments) assignment.value = settings[assignment.name] ?? assignment.value;
	return copy;
}

function webhooksForAllFlows(): void {
	for (const event of EVENTS) sandbox.webhooks.register(event, 'https://n8n.example.org/webhook/1/webhook', null);
}

/** The vacancy of the Store Manager is closed; without its tag nothing is wrong with the account of the sandbox. */
function mendPostings(): void {
	for (const posting of sandbox.lever.postings) if (posting.text === 'Store Manager') posting.tags = [];
}

function somebodyFinishes(): void {
	const { application } = sandbox.harver.invite(AGENT, { emailAddress: 'ada@example.org', firstName: 'Ada', lastName: 'Example' }, {});
	sandbox.harver.complete(application.id, 87);
}

it('finds nothing to fix in an account that is set up', async () => {
	webhooksForAllFlows();
	mendPostings();
	somebodyFinishes();
	const table = await check();
	expect(table.filter(({ ok }) => ok !== true)).toEqual([]);
	expect(table.map(({ check: what }) => what).sort()).toEqual([
		'Harver: login',
		'Harver: open vacancies',
		'Harver: report module',
		'Lever: archive reasons (Lever to Harver)',
		'Lever: files',
		'Lever: notes',
		'Lever: opportunities',
		'Lever: postings',
		'Lever: trigger stage',
		'Lever: users (to choose whom to perform as)',
		'Lever: webhooks',
		'Posting "Customer Support Agent": Harver vacancy "Customer Support Agent"',
		'Posting "Data Engineer"',
		'Posting "Store Manager"',
		'Posting "Warehouse Associate": Harver vacancy "Warehouse Associate"',
	]);
	expect(table.find(({ check: what }) => what === 'Posting "Data Engineer"')).toMatchObject({ ok: true, whatToFix: expect.stringContaining('No vacancy tag') as string });
});

it('writes nothing', async () => {
	await check();
	expect(sandbox.requests.entries.map(({ method, path }) => `${method} ${path}`).filter((request) => !request.startsWith('GET ') && !request.includes('/oauth/token'))).toEqual([]);
});

it('names what is wrong, first of all, and what to do', async () => {
	somebodyFinishes();
	sandbox.harver.addVacancy('Warehouse Associate', 'open');
	sandbox.lever.keys.push({ key: 'narrow', name: 'narrow', permissions: ['opportunities:read', 'postings:read', 'stages:read', 'webhooks:read'], confidential: false });
	sandbox.webhooks.register('candidateStageChange', 'https://n8n.example.org/webhook/1/webhook', null);
	const table = await check({ lever: { apiKey: 'narrow' }, settings: { triggerStage: 'Assessment' } });
	const wrong = table.filter(({ ok }) => ok === false);
	expect(table.slice(0, wrong.length)).toEqual(wrong);
	const fix: unknown = Object.fromEntries(wrong.map(({ check: what, whatToFix }) => [what, whatToFix]));
	expect(fix).toEqual({
		'Lever: notes': expect.stringMatching(/no permission for notes:read.*"notes: read and write" ticked/u) as string,
		'Lever: files': expect.stringMatching(/"files: read and write" ticked/u) as string,
		'Lever: users (to choose whom to perform as)': expect.stringMatching(/"users: read" ticked/u) as string,
		'Lever: archive reasons (Lever to Harver)': expect.stringMatching(/"archive reasons: read" ticked/u) as string,
		'Lever: trigger stage': expect.stringContaining('Lever has no stage called "Assessment"') as string,
		'Lever: webhooks': expect.stringContaining('No webhook for applicationCreated, candidateHired, candidateArchiveChange, candidateDeleted.') as string,
		'Posting "Store Manager": Harver vacancy "Store Manager"': 'The Harver vacancy "Store Manager" is closed.',
		'Posting "Warehouse Associate": Harver vacancy "Warehouse Associate"': expect.stringContaining('Several open Harver vacancies') as string,
	});
});

it('tells a wrong login from a missing permission, and goes on with the other service', async () => {
	const table = await check({ lever: { apiKey: 'wrong' }, harver: { clientSecret: 'wrong' } });
	const about = (name: string) => table.find(({ check: what }) => what === name);
	expect(about('Lever: opportunities')).toMatchObject({ ok: false, whatToFix: expect.stringContaining('Check the key and the environment') as string });
	expect(about('Lever: notes')).toMatchObject({ ok: null, whatToFix: 'Not checked: no opportunity could be read.' });
	expect(about('Harver: login')).toMatchObject({ ok: false, whatToFix: expect.stringContaining('Check the client ID') as string });
	expect(about('Harver: report module')).toMatchObject({ ok: null });
});

it('says that an account lacks the report module', async () => {
	webhooksForAllFlows();
	somebodyFinishes();
	sandbox.faults.add({ service: 'harver', method: 'GET', path: '/api/v1.0/applications', status: 400, times: 1 });
	const table = await check();
	expect(table.find(({ check: what }) => what === 'Harver: report module')).toMatchObject({ ok: false, whatToFix: expect.stringContaining('Take what the account lacks out of "Include"') as string });
});
