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

const kept = (): {
	webhooks: { id: string; event: string; signatureToken: string }[];
	stageIds: object;
} => JSON.parse(JSON.stringify(options.staticData[NODE])) as ReturnType<typeof kept>;
const inLever = (): [string, string][] => lever.webhooks.map(({ event, url }) => [event, url]);

describe('activating', () => {
	it('makes one webhook for each event, and keeps the signature tokens that Lever shows only now', async () => {
		expect(await activate(leverTrigger(TWO_EVENTS), options)).toBe(false);
		expect(lever.requests('POST').map(({ body }) => body)).toEqual([
			{ event: 'candidateStageChange', url: URL },
			{ event: 'candidateHired', url: URL },
		]);
		expect(kept().webhooks).toEqual([
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

	it('asks Lever to send certain origins only, for the events that know them', async () => {
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

	it('reads the answer too when it is wrapped twice, as the documentation prints it', async () => {
		lever.instead = ({ method, body }) =>
			method === 'POST' ? [201, { data: { data: lever.add(body as object) } }] : undefined;
		await activate(leverTrigger(), options);
		expect(kept().webhooks).toMatchObject([
			{ id: 'webhook-1', signatureToken: 'signature-token-of-webhook-1' },
		]);
	});

	it('again finds them and makes no double', async () => {
		await activate(leverTrigger(TWO_EVENTS), options);
		lever.forget();
		expect(await activate(leverTrigger(TWO_EVENTS), options)).toBe(true);
		expect(lever.asked).toEqual([{ method: 'GET', path: '/webhooks' }]);
	});

	it('makes only the half that is missing', async () => {
		await activate(leverTrigger(TWO_EVENTS), options);
		lever.webhooks = lever.webhooks.slice(0, 1);
		lever.forget();
		expect(await activate(leverTrigger(TWO_EVENTS), options)).toBe(false);
		expect(lever.requests('POST').map(({ body }) => body)).toEqual([
			{ event: 'candidateHired', url: URL },
		]);
		expect(lever.requests('DELETE')).toEqual([]);
		expect(kept().webhooks.map(({ id }) => id)).toEqual(['webhook-1', 'webhook-3']);
	});

	it('after the static data was lost replaces the webhooks whose tokens are lost, and leaves those of others alone', async () => {
		await activate(leverTrigger(), options);
		lever.add({ url: 'https://other.example.org/webhook' });
		options.staticData = {};
		await activate(leverTrigger(), options);
		expect(inLever()).toEqual([
			['candidateStageChange', 'https://other.example.org/webhook'],
			['candidateStageChange', URL],
		]);
		expect(kept().webhooks).toMatchObject([
			{ id: 'webhook-3', signatureToken: 'signature-token-of-webhook-3' },
		]);
	});

	it('removes leftovers at its URL: doubles and events that are no longer chosen', async () => {
		lever.add({});
		lever.add({ event: 'candidateDeleted' });
		await activate(leverTrigger(), options);
		expect(inLever()).toEqual([['candidateStageChange', URL]]);
		expect(lever.webhooks[0]?.id).toBe('webhook-3');
	});

	it('takes events given with an expression as one text', async () => {
		await activate(leverTrigger({ events: '={{ "candidateHired, candidateDeleted" }}' }), options);
		expect(inLever().map(([event]) => event)).toEqual(['candidateHired', 'candidateDeleted']);
	});

	it('needs an event', async () => {
		await expect(activate(leverTrigger({ events: [] }), options)).rejects.toThrow(
			'No event is chosen',
		);
		// n8n runs `delete` when `create` fails, which looks for webhooks to remove.
		expect(lever.asked.filter(({ method }) => method !== 'GET')).toEqual([]);
	});

	it('to try it in the editor uses the test URL and leaves the production webhooks alone', async () => {
		await activate(leverTrigger(), options);
		// n8n starts a trial with static data of its own.
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

describe('when a webhook cannot be made', () => {
	const refuseHired: LeverOnTheWire['instead'] = ({ method, body }) =>
		method === 'POST' && (body as { event: string }).event === 'candidateHired'
			? [403, { code: 'Forbidden', message: 'No webhooks for this key' }]
			: undefined;

	it('the ones made before it are removed again', async () => {
		lever.instead = refuseHired;
		await expect(activate(leverTrigger(TWO_EVENTS), options)).rejects.toThrow(
			'Lever refused to register a webhook for candidateHired: No webhooks for this key',
		);
		expect(lever.webhooks).toEqual([]);
		expect(kept().webhooks).toEqual([]);
	});

	it('the user sees why, even when the ones before it cannot be removed', async () => {
		lever.instead = (asked) =>
			asked.method === 'DELETE'
				? [403, { code: 'Forbidden', message: 'No removing' }]
				: refuseHired(asked);
		await expect(activate(leverTrigger(TWO_EVENTS), options)).rejects.toThrow(
			'Lever refused to register a webhook for candidateHired',
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

	it('the user sees why, even when Lever does not list what is there', async () => {
		lever.instead = (asked) =>
			asked.method === 'GET' && lever.requests('POST').length > 0 ? [403, {}] : refuseHired(asked);
		await expect(activate(leverTrigger(TWO_EVENTS), options)).rejects.toThrow(
			'Lever refused to register a webhook for candidateHired',
		);
		expect(lever.webhooks).toEqual([]);
	});

	it('one that Lever made without being able to say so is removed too', async () => {
		lever.instead = ({ method, body }) => {
			if (method !== 'POST') return undefined;
			lever.add(body as object);
			return [503, {}];
		};
		await expect(activate(leverTrigger(), options)).rejects.toThrow(
			'could not register a webhook for candidateStageChange',
		);
		expect(lever.requests('POST')).toHaveLength(1);
		expect(lever.webhooks).toEqual([]);
	});

	it('or Lever gives no signature token for it, it is removed: its deliveries could not be verified', async () => {
		lever.instead = ({ method, body }) => {
			if (method !== 'POST') return undefined;
			const { configuration, ...webhook } = lever.add(body as object);
			return [
				201,
				{ data: { ...webhook, configuration: { conditions: configuration.conditions } } },
			];
		};
		await expect(activate(leverTrigger(TWO_EVENTS), options)).rejects.toThrow(
			'Lever gave no signature token for the webhook of candidateStageChange',
		);
		expect(lever.webhooks).toEqual([]);
		expect(lever.requests('POST')).toHaveLength(1);
	});
});

describe('deactivating', () => {
	it('removes each webhook', async () => {
		await activate(leverTrigger(TWO_EVENTS), options);
		lever.forget();
		await deactivate(leverTrigger(TWO_EVENTS), options);
		expect(lever.requests('DELETE').map(({ path }) => path)).toEqual([
			'/webhooks/webhook-1',
			'/webhooks/webhook-2',
		]);
		expect(lever.webhooks).toEqual([]);
		expect(kept().webhooks).toEqual([]);
	});

	it('does not mind that one is gone already', async () => {
		await activate(leverTrigger(TWO_EVENTS), options);
		lever.instead = ({ method, path }) =>
			method === 'DELETE' && path.endsWith('webhook-1')
				? [404, { code: 'ResourceNotFound', message: 'gone' }]
				: undefined;
		await deactivate(leverTrigger(TWO_EVENTS), options);
		expect(lever.webhooks.map(({ id }) => id)).toEqual(['webhook-1']);
		expect(kept().webhooks).toEqual([]);
	});

	it('removes the others when one cannot be removed, says so, and finishes the next time', async () => {
		await activate(leverTrigger(TWO_EVENTS), options);
		lever.instead = ({ method, path }) =>
			method === 'DELETE' && path.endsWith('webhook-1')
				? [403, { code: 'Forbidden', message: 'Not now' }]
				: undefined;
		await expect(deactivate(leverTrigger(TWO_EVENTS), options)).rejects.toThrow(
			'Lever refused to remove the webhook webhook-1: Not now',
		);
		expect(lever.webhooks.map(({ id }) => id)).toEqual(['webhook-1']);
		lever.instead = () => undefined;
		await deactivate(leverTrigger(TWO_EVENTS), options);
		expect(lever.webhooks).toEqual([]);
	});

	it('works when the static data is lost, and when no event is chosen any more', async () => {
		await activate(leverTrigger(TWO_EVENTS), options);
		options.staticData = {};
		await deactivate(leverTrigger({ events: [] }), options);
		expect(lever.webhooks).toEqual([]);
	});
});

describe('the stages of the filters', () => {
	it('are found by name on activation', async () => {
		await activate(leverTrigger({ toStages: ['offer'], fromStages: ['stage-screen'] }), options);
		expect(kept().stageIds).toEqual({ offer: 'stage-offer', 'stage-screen': 'stage-screen' });
	});
	it('may come from an expression as one text', async () => {
		await activate(leverTrigger({ toStages: '={{ "Offer, Screen" }}' }), options);
		expect(kept().stageIds).toEqual({ Offer: 'stage-offer', Screen: 'stage-screen' });
	});
	it('that the account does not have stop the activation and say which there are', async () => {
		await expect(
			activate(leverTrigger({ toStages: ['Harver Assessment'] }), options),
		).rejects.toMatchObject({
			message: 'Lever has no stage "Harver Assessment"',
			description: expect.stringContaining('Screen, Offer, Twin, twin') as string,
		});
		expect(lever.webhooks).toEqual([]);
	});
	it('of a name that several stages bear stop the activation', async () => {
		await expect(activate(leverTrigger({ fromStages: ['Twin'] }), options)).rejects.toThrow(
			'Several stages in Lever are called "Twin"',
		);
	});
});

describe('with webhooks made by hand', () => {
	const manual = { registration: 'manual', events: ['candidateStageChange'] };
	beforeEach(() => {
		options.credentials = {
			...CREDENTIALS,
			leverWebhookApi: { signatureTokens: 'token-number-one-of-lever' },
		};
	});

	it('nothing is asked of Lever', async () => {
		expect(await activate(leverTrigger(manual), options)).toBe(true);
		await deactivate(leverTrigger(manual), options);
		expect(lever.asked).toEqual([]);
	});
	it('the stages of the filters are looked up all the same', async () => {
		await activate(leverTrigger({ ...manual, toStages: ['Offer'] }), options);
		expect(lever.asked).toEqual([{ method: 'GET', path: '/stages' }]);
	});
	it('a trigger without a signature token is not activated: it would refuse everything', async () => {
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
	it('those that the trigger made before are removed, and only those', async () => {
		await activate(leverTrigger(), options);
		lever.add({ event: 'candidateHired' });
		expect(await activate(leverTrigger(manual), options)).toBe(false);
		expect(inLever()).toEqual([['candidateHired', URL]]);
		expect(kept().webhooks).toEqual([]);
	});
});

describe('the address that Lever delivers to', () => {
	it('must be https', async () => {
		const { register } = await import('../../../nodes/LeverTrigger/lifecycle');
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
		await expect(register(context)).rejects.toThrow(
			'Lever delivers webhooks to https addresses only',
		);
		expect(lever.asked).toEqual([]);
	});
});
