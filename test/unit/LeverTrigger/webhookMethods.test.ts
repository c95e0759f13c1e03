import type { IDataObject } from 'n8n-workflow';
import nock from 'nock';

import { activate, deactivate, type HarnessOptions } from '../../harness';
import { CREDENTIALS, LeverOnTheWire, leverTrigger, TEST_URL, URL } from './lever';

const TWO_EVENTS = { events: ['candidateStageChange', 'candidateHired'] };
const NODE = 'node:Lever Trigger';

let lever: LeverOnTheWire;
let options: HarnessOptions & { staticData: IDataObject };

beforeEach(() => {
	lever = new LeverOnTheWire();
	options = { credentials: { ...CREDENTIALS }, staticData: {} };
});
afterEach(() => {
	nock.cleanAll();
});

const saved = (): { webhooks: { id: string; event: string; signatureToken: string }[] } =>
	JSON.parse(JSON.stringify(options.staticData[NODE])) as ReturnType<typeof saved>;
const inLever = (): [string, string][] => lever.webhooks.map(({ event, url }) => [event, url]);

describe('publishing', () => {
	it('creates one webhook for each event, and saves the signature tokens that Lever shows only then', async () => {
		expect(await activate(leverTrigger(TWO_EVENTS), options)).toBe(false);
		expect(lever.requests('POST').map(({ body }) => body)).toEqual([
			{ event: 'candidateStageChange', url: URL },
			{ event: 'candidateHired', url: URL },
		]);
		expect(saved().webhooks).toEqual([
			{
				id: 'webhook-1',
				event: 'candidateStageChange',
				url: URL,
				signatureToken: 'signature-token-of-webhook-1',
			},
			{
				id: 'webhook-2',
				event: 'candidateHired',
				url: URL,
				signatureToken: 'signature-token-of-webhook-2',
			},
		]);
	});

	it('asks Lever for certain origins only, for the events that have them', async () => {
		await activate(
			leverTrigger({
				events: ['applicationCreated', 'contactCreated'],
				origins: ['applied', 'referred'],
			}),
			options,
		);
		expect(lever.requests('POST').map(({ body }) => body)).toEqual([
			{
				event: 'applicationCreated',
				url: URL,
				configuration: { conditions: { origins: ['applied', 'referred'] } },
			},
			{ event: 'contactCreated', url: URL },
		]);
	});

	it('also reads an answer that is wrapped twice, as in the documentation', async () => {
		lever.instead = ({ method, body }) =>
			method === 'POST' ? [201, { data: { data: lever.add(body as object) } }] : undefined;
		await activate(leverTrigger(), options);
		expect(saved().webhooks).toMatchObject([
			{ id: 'webhook-1', signatureToken: 'signature-token-of-webhook-1' },
		]);
	});

	it('a second time finds them and creates no duplicate', async () => {
		await activate(leverTrigger(TWO_EVENTS), options);
		lever.forget();
		expect(await activate(leverTrigger(TWO_EVENTS), options)).toBe(true);
		expect(lever.asked).toEqual([{ method: 'GET', path: '/webhooks' }]);
	});

	it('creates only the ones that are missing', async () => {
		await activate(leverTrigger(TWO_EVENTS), options);
		lever.webhooks = lever.webhooks.slice(0, 1);
		lever.forget();
		expect(await activate(leverTrigger(TWO_EVENTS), options)).toBe(false);
		expect(lever.requests('POST').map(({ body }) => body)).toEqual([
			{ event: 'candidateHired', url: URL },
		]);
		expect(lever.requests('DELETE')).toEqual([]);
		expect(saved().webhooks.map(({ id }) => id)).toEqual(['webhook-1', 'webhook-3']);
	});

	it('with the static data lost replaces the webhooks whose tokens are lost, and does not touch those of others', async () => {
		await activate(leverTrigger(), options);
		lever.add({ url: 'https://other.example.org/webhook' });
		options.staticData = {};
		await activate(leverTrigger(), options);
		expect(inLever()).toEqual([
			['candidateStageChange', 'https://other.example.org/webhook'],
			['candidateStageChange', URL],
		]);
		expect(saved().webhooks).toMatchObject([
			{ id: 'webhook-3', signatureToken: 'signature-token-of-webhook-3' },
		]);
	});

	it('deletes useless webhooks at its URL: duplicates, and events that are no longer selected', async () => {
		lever.add({});
		lever.add({ event: 'candidateDeleted' });
		await activate(leverTrigger(), options);
		expect(inLever()).toEqual([['candidateStageChange', URL]]);
		expect(lever.webhooks[0]?.id).toBe('webhook-3');
	});

	it('accepts events from an expression as one text', async () => {
		await activate(leverTrigger({ events: '={{ "candidateHired, candidateDeleted" }}' }), options);
		expect(inLever().map(([event]) => event)).toEqual(['candidateHired', 'candidateDeleted']);
	});

	it('requires an event', async () => {
		await expect(activate(leverTrigger({ events: [] }), options)).rejects.toThrow(
			'No event is selected',
		);
		// n8n runs `delete` when `create` fails, which looks for webhooks to remove.
		expect(lever.asked.filter(({ method }) => method !== 'GET')).toEqual([]);
	});

	it('is independent of a test run in the editor, which uses the test URL', async () => {
		await activate(leverTrigger(), options);
		// n8n starts a test run with static data of its own.
		const trial = { ...options, staticData: {}, trial: true };
		await activate(leverTrigger(), trial);
		expect(inLever()).toEqual([
			['candidateStageChange', URL],
			['candidateStageChange', TEST_URL],
		]);
		await deactivate(leverTrigger(), trial);
		expect(inLever()).toEqual([['candidateStageChange', URL]]);
		expect(await activate(leverTrigger(), options)).toBe(true);
	});
});

describe('when a webhook cannot be created', () => {
	const refuseHired: LeverOnTheWire['instead'] = ({ method, body }) =>
		method === 'POST' && (body as { event: string }).event === 'candidateHired'
			? [403, { code: 'Forbidden', message: 'No webhooks for this key' }]
			: undefined;

	it('the ones created before it are deleted again', async () => {
		lever.instead = refuseHired;
		await expect(activate(leverTrigger(TWO_EVENTS), options)).rejects.toThrow(
			'Lever refused to create a webhook for candidateHired: No webhooks for this key',
		);
		expect(lever.webhooks).toEqual([]);
		expect(saved().webhooks).toEqual([]);
	});

	it('the user sees why, even when the ones before it cannot be deleted', async () => {
		lever.instead = (asked) =>
			asked.method === 'DELETE'
				? [403, { code: 'Forbidden', message: 'No deleting' }]
				: refuseHired(asked);
		await expect(activate(leverTrigger(TWO_EVENTS), options)).rejects.toThrow(
			'Lever refused to create a webhook for candidateHired',
		);
		expect(inLever()).toEqual([['candidateStageChange', URL]]);

		lever.instead = () => undefined;
		await activate(leverTrigger(TWO_EVENTS), options);
		expect(inLever()).toEqual([
			['candidateStageChange', URL],
			['candidateHired', URL],
		]);
		expect(lever.webhooks.map(({ id }) => id)).not.toContain('webhook-1');
	});

	it('the user sees why, even when Lever does not list the others', async () => {
		lever.instead = (asked) =>
			asked.method === 'GET' && lever.requests('POST').length > 0 ? [403, {}] : refuseHired(asked);
		await expect(activate(leverTrigger(TWO_EVENTS), options)).rejects.toThrow(
			'Lever refused to create a webhook for candidateHired',
		);
		expect(lever.webhooks).toEqual([]);
	});

	it('one whose creation Lever did not confirm is deleted too', async () => {
		lever.instead = ({ method, body }) => {
			if (method !== 'POST') return undefined;
			lever.add(body as object);
			return [503, {}];
		};
		await expect(activate(leverTrigger(), options)).rejects.toThrow(
			'could not create a webhook for candidateStageChange',
		);
		expect(lever.requests('POST')).toHaveLength(1);
		expect(lever.webhooks).toEqual([]);
	});

	it('one that Lever returned without an ID is deleted', async () => {
		lever.instead = ({ method, body }) => {
			if (method !== 'POST') return undefined;
			const { event, url, configuration } = lever.add(body as object);
			return [201, { data: { event, url, configuration } }];
		};
		await expect(activate(leverTrigger(), options)).rejects.toThrow(
			'Lever returned no ID for the candidateStageChange webhook',
		);
		expect(lever.webhooks).toEqual([]);
		expect(saved().webhooks).toEqual([]);
	});

	it('one that Lever returned without a signature token is deleted, as its deliveries could not be verified', async () => {
		lever.instead = ({ method, body }) => {
			if (method !== 'POST') return undefined;
			const { configuration, ...webhook } = lever.add(body as object);
			return [
				201,
				{ data: { ...webhook, configuration: { conditions: configuration.conditions } } },
			];
		};
		await expect(activate(leverTrigger(TWO_EVENTS), options)).rejects.toThrow(
			'Lever returned no signature token for the candidateStageChange webhook',
		);
		expect(lever.webhooks).toEqual([]);
		expect(lever.requests('POST')).toHaveLength(1);
	});
});

describe('unpublishing', () => {
	it('deletes each webhook', async () => {
		await activate(leverTrigger(TWO_EVENTS), options);
		lever.forget();
		await deactivate(leverTrigger(TWO_EVENTS), options);
		expect(lever.requests('DELETE').map(({ path }) => path)).toEqual([
			'/webhooks/webhook-1',
			'/webhooks/webhook-2',
		]);
		expect(lever.webhooks).toEqual([]);
		expect(saved().webhooks).toEqual([]);
	});

	it('succeeds when one is gone already', async () => {
		await activate(leverTrigger(TWO_EVENTS), options);
		lever.instead = ({ method, path }) =>
			method === 'DELETE' && path.endsWith('webhook-1')
				? [404, { code: 'ResourceNotFound', message: 'gone' }]
				: undefined;
		await deactivate(leverTrigger(TWO_EVENTS), options);
		expect(lever.webhooks.map(({ id }) => id)).toEqual(['webhook-1']);
		expect(saved().webhooks).toEqual([]);
	});

	it('deletes the others when one cannot be deleted, fails, and succeeds the next time', async () => {
		await activate(leverTrigger(TWO_EVENTS), options);
		lever.instead = ({ method, path }) =>
			method === 'DELETE' && path.endsWith('webhook-1')
				? [403, { code: 'Forbidden', message: 'Not now' }]
				: undefined;
		await expect(deactivate(leverTrigger(TWO_EVENTS), options)).rejects.toThrow(
			'Lever refused to delete the webhook webhook-1: Not now',
		);
		expect(lever.webhooks.map(({ id }) => id)).toEqual(['webhook-1']);
		lever.instead = () => undefined;
		await deactivate(leverTrigger(TWO_EVENTS), options);
		expect(lever.webhooks).toEqual([]);
	});

	it('works when the static data is lost and no event is selected', async () => {
		await activate(leverTrigger(TWO_EVENTS), options);
		options.staticData = {};
		await deactivate(leverTrigger({ events: [] }), options);
		expect(lever.webhooks).toEqual([]);
	});
});

describe('with webhooks created manually in Lever', () => {
	const manual = { registration: 'manual', events: ['candidateStageChange'] };
	beforeEach(() => {
		options.credentials = {
			...CREDENTIALS,
			leverWebhookApi: { signatureTokens: 'token-number-one-of-lever' },
		};
	});

	it('Lever is not called', async () => {
		expect(await activate(leverTrigger(manual), options)).toBe(true);
		await deactivate(leverTrigger(manual), options);
		expect(lever.asked).toEqual([]);
	});
	it('the stages in the filters are still looked up', async () => {
		await activate(leverTrigger({ ...manual, toStages: ['Offer'] }), options);
		expect(lever.asked).toEqual([{ method: 'GET', path: '/stages' }]);
	});
	it('a trigger without a signature token is not activated, as it would refuse every delivery', async () => {
		options.credentials = { ...CREDENTIALS, leverWebhookApi: { signatureTokens: ' , ' } };
		await expect(activate(leverTrigger(manual), options)).rejects.toThrow(
			'no signature token to verify deliveries with',
		);
		await expect(activate(leverTrigger(manual, ['leverApi']), options)).rejects.toThrow(
			'no signature token to verify deliveries with',
		);
		expect(
			await activate(
				leverTrigger({ ...manual, options: { allowUnsigned: true } }, ['leverApi']),
				options,
			),
		).toBe(true);
	});
	it('those that the trigger created earlier are deleted, and only those', async () => {
		await activate(leverTrigger(), options);
		lever.add({ event: 'candidateHired' });
		expect(await activate(leverTrigger(manual), options)).toBe(false);
		expect(inLever()).toEqual([['candidateHired', URL]]);
		expect(saved().webhooks).toEqual([]);
	});
});

describe('the address that Lever delivers to', () => {
	it('must be https', async () => {
		const { createWebhooks } = await import('../../../nodes/LeverTrigger/webhookMethods');
		const { HookContext } = await import('n8n-core');
		const { startEngine } = await import('../../harness/engine');
		const { workflow, additionalData } = await startEngine(leverTrigger(), options, 'trigger');
		const node = workflow.getNode('Lever Trigger');
		if (!node) throw new Error('The workflow has lost its node.');
		const context = new HookContext(
			workflow,
			node,
			{ ...additionalData, webhookBaseUrl: 'http://n8n.example.org/webhook' },
			'trigger',
			'activate',
		);
		await expect(createWebhooks(context)).rejects.toThrow(
			'Lever only delivers webhooks to https URLs',
		);
		expect(lever.asked).toEqual([]);
	});
});
