import { existsSync, readFileSync } from 'node:fs';

import type { IDataObject } from 'n8n-workflow';
import nock from 'nock';

import { inTurn } from '../../scripts/queue-mode/inTurn';
import { queueVariants } from '../../scripts/queue-mode/variants';
import { runWorkflow, type RunResult, type WorkflowJson } from '../harness';

/** The content of Redis, as n8n's Redis node sees it. */
const mockStored = new Map<string, number>();
const mockLifetimes = new Map<string, number>();
/** What other executions do whenever this one polls the lock. */
const mockLooks: (() => void)[] = [];

jest.mock('redis', () => ({
	createClient: () => ({
		on: () => undefined,
		connect: async () => {
			await Promise.resolve();
		},
		ping: async () => await Promise.resolve('PONG'),
		quit: async () => {
			await Promise.resolve();
		},
		incr: async (key: string) => {
			const count = (mockStored.get(key) ?? 0) + 1;
			mockStored.set(key, count);
			return await Promise.resolve(count);
		},
		expire: async (key: string, seconds: number) => {
			mockLifetimes.set(key, seconds);
			return await Promise.resolve(true);
		},
		get: async (key: string) => {
			mockLooks.shift()?.();
			return await Promise.resolve(mockStored.get(key)?.toString() ?? null);
		},
		del: async (key: string) => await Promise.resolve(mockStored.delete(key) ? 1 : 0),
	}),
}));

/** n8n's Wait node loads it for forms, which are not used here and which Jest cannot load. */
jest.mock('sanitize-html', () => jest.fn());

const TURN = 'lever-harver:turn:o1';
const [variant] = queueVariants().map(({ content }) => JSON.parse(content) as WorkflowJson);

let accounts = 0;
/** The nodes remember what they have just sent, so every test has its own account. */
let account: string;
beforeEach(() => {
	account = `account-${(accounts++).toString()}`;
});

/** Ada is in the trigger stage, by default with one vacancy tag; Harver has the vacancy Sales. */
function services({ tags = ['Harver Vacancy: Sales'], stage = 'Harver Assessment' } = {}): void {
	const lever = nock('https://api.lever.co').persist();
	lever
		.get('/v1/opportunities/o1')
		.query(true)
		.reply(200, {
			data: {
				id: 'o1',
				name: 'Ada Example',
				emails: ['ada@example.org'],
				stage: { id: 's', text: stage },
				archived: null,
				tags,
				applications: [],
			},
		});
	lever.get('/v1/opportunities/o1/notes').query(true).reply(200, { data: [] });
	lever.post('/v1/opportunities/o1/addTags').reply(200, { data: { id: 'o1', name: '' } });
	lever.post('/v1/opportunities/o1/notes').reply(201, { data: { id: 'n1' } });
	const harver = nock('https://api.harver.com').persist();
	harver.post('/oauth/token').reply(200, { accessToken: 'token-1' });
	harver
		.get(`/api/v1.0/accounts/${account}/vacancies`)
		.query(true)
		.reply(200, { data: [{ id: 'v1', attributes: { name: 'Sales', status: 'open' } }] });
	harver.get('/api/v1.0/applications').query(true).reply(200, { data: [] });
	harver.post('/api/v1.0/vacancies/v1/applications').reply(201, {
		data: { applicationId: 'a1', magicLink: 'https://x', currentStatus: 'in-progress' },
	});
}

async function run(event: IDataObject = { opportunityId: 'o1' }): Promise<RunResult> {
	if (!variant) throw new Error('There is no variant.');
	return await runWorkflow(variant, {
		startNode: 'Candidate Reaches the Stage',
		items: [{ json: { event: 'candidateStageChange', data: event } }],
		credentials: {
			leverApi: { apiKey: 'key' },
			harverApi: { clientId: 'c', clientSecret: 's', accountId: account },
			redis: { host: '127.0.0.1', port: 6379 },
		},
	});
}

const times = ({ nodesRun }: RunResult, name: string): number =>
	nodesRun.filter((node) => node === name).length;

beforeEach(() => {
	mockStored.clear();
	mockLifetimes.clear();
	mockLooks.length = 0;
});
afterEach(() => {
	nock.cleanAll();
});

describe('the queue-mode variants', () => {
	it.each(queueVariants())(
		'are generated from the shipped workflows: run "npm run queue-variants" ($file)',
		({ file, content }) => {
			expect(existsSync(file)).toBe(true);
			expect(readFileSync(file, 'utf8')).toBe(content);
		},
	);

	it('connect only existing nodes, and reach every node but the notes', () => {
		for (const { content } of queueVariants()) {
			const { nodes, connections } = JSON.parse(content) as WorkflowJson;
			const names = nodes.map(({ name }) => name);
			const reached = Object.values(connections)
				.flatMap(({ main }) => main ?? [])
				.flatMap((output) => (output ?? []).map(({ node }) => node));
			expect(names).toEqual(expect.arrayContaining([...Object.keys(connections), ...reached]));
			expect(new Set(names).size).toBe(names.length);
			const unreached = nodes.filter(
				({ name, type }) => !reached.includes(name) && type !== 'n8n-nodes-base.stickyNote',
			);
			expect(unreached.map(({ type }) => type)).toEqual(['n8n-nodes-lever-harver.leverTrigger']);
		}
	});

	it('are refused for a workflow of another shape', () => {
		expect(() => inTurn({ id: 'x', name: 'Other', nodes: [], connections: {} })).toThrow(
			'"Other" has no node "Settings" with one step after it.',
		);
	});
});

describe('a workflow with a Redis lock', () => {
	it('continues at once if the lock is free, and releases it at the end', async () => {
		services();
		const result = await run();
		expect(result.error).toBeUndefined();
		expect(result.jsonOf('Invite to Harver')).toEqual([
			expect.objectContaining({ outcome: 'invited', opportunityId: 'o1' }),
		]);
		expect(times(result, 'Wait a Moment')).toBe(0);
		expect(times(result, 'Comment on the Invitation')).toBe(1);
		expect(result.nodesRun.at(-1)).toBe('Hand On the Turn');
		expect(times(result, 'Hand On the Turn')).toBe(1);
		expect(mockStored.has(TURN)).toBe(false);
		expect(mockLifetimes.get(TURN)).toBe(300);
	});

	it('waits while another execution holds the lock, and continues when it is released', async () => {
		services();
		mockStored.set(TURN, 1);
		mockLooks.push(
			() => undefined,
			() => {
				mockStored.delete(TURN);
			},
		);
		const result = await run();
		expect(result.error).toBeUndefined();
		expect(times(result, 'Wait a Moment')).toBe(2);
		expect(times(result, 'Ask for the Turn')).toBe(2);
		expect(result.jsonOf('Invite to Harver')).toEqual([
			expect.objectContaining({ outcome: 'invited' }),
		]);
		expect(mockStored.has(TURN)).toBe(false);
	});

	it('releases the lock when there is nothing to do', async () => {
		services({ stage: 'Offer' });
		const result = await run();
		expect(times(result, 'Invite to Harver')).toBe(0);
		expect(times(result, 'Hand On the Turn')).toBe(1);
		expect(mockStored.has(TURN)).toBe(false);
	});

	it('releases the lock once, after both branches, if only one of two vacancies was found', async () => {
		services({ tags: ['Harver Vacancy: Sales', 'Harver Vacancy: Unknown'] });
		const result = await run();
		expect(result.error).toBeUndefined();
		expect(times(result, 'Comment on the Invitation')).toBe(1);
		expect(times(result, 'Comment on the Reason')).toBe(1);
		expect(times(result, 'When All Is Written')).toBe(1);
		expect(times(result, 'Hand On the Turn')).toBe(1);
		expect(result.nodesRun.at(-1)).toBe('Hand On the Turn');
	});

	it('has one lock per candidate', async () => {
		services();
		mockStored.set('lever-harver:turn:o2', 1);
		const result = await run();
		expect(times(result, 'Wait a Moment')).toBe(0);
		expect(mockStored.get('lever-harver:turn:o2')).toBe(1);
	});
});
