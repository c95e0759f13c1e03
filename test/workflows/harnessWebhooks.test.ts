import type {
	IHookFunctions,
	INodeType,
	IWebhookFunctions,
	IWebhookResponseData,
} from 'n8n-workflow';

import { activate, callWebhook, deactivate } from '../harness';
import { chain } from './chain';
import { describing } from './otherNodes';

describe('webhooks', () => {
	/** Registers itself, answers 202 with what it received, and starts the workflow unless the body says to ignore it. */
	class Listening implements INodeType {
		description = describing('listening', {
			group: ['trigger'],
			inputs: [],
			webhooks: [
				{ name: 'default', httpMethod: 'POST', responseMode: 'onReceived', path: 'webhook' },
			],
		});

		webhookMethods = {
			default: {
				async checkExists(this: IHookFunctions) {
					return await Promise.resolve(this.getWorkflowStaticData('node').url !== undefined);
				},
				async create(this: IHookFunctions) {
					if (this.getNode().name === 'Refused') {
						this.getWorkflowStaticData('node').url = 'half registered';
						throw new Error('The service refused.');
					}
					this.getWorkflowStaticData('node').url = this.getNodeWebhookUrl('default');
					return await Promise.resolve(true);
				},
				async delete(this: IHookFunctions) {
					deleted.push(this.getNode().name);
					delete this.getWorkflowStaticData('node').url;
					return await Promise.resolve(true);
				},
			},
		};

		async webhook(this: IWebhookFunctions): Promise<IWebhookResponseData> {
			const body = this.getBodyData();
			this.getWorkflowStaticData('node').last = body;
			this.getResponseObject()
				.status(202)
				.json({ got: body, from: this.getHeaderData()['x-from'], about: this.getQueryData() });
			return await Promise.resolve({
				noWebhookResponse: true,
				...(body.ignore === true
					? {}
					: { workflowData: [[{ json: { ...body, at: new Date(0) as never } }]] }),
			});
		}
	}

	const deleted: string[] = [];
	const flow = chain([
		{ name: 'Listen', type: 'n8n-nodes-other.listening' },
		{ name: 'Last', type: 'noOp' },
	]);
	const extraNodes = { 'n8n-nodes-other.listening': new Listening() };

	it('are registered once, and deleted', async () => {
		const options = { extraNodes, staticData: {} };
		expect(await activate(flow, options)).toBe(false);
		expect(JSON.stringify(options.staticData)).toContain('https://n8n.example.org/webhook/');
		expect(await activate(flow, options)).toBe(true);
		await deactivate(flow, options);
		expect(JSON.stringify(options.staticData)).not.toContain('https://');
	});

	it('answer, and start the workflow with the items of the trigger', async () => {
		const { status, body, run } = await callWebhook(
			flow,
			{ extraNodes },
			{ body: { number: 1 }, headers: { 'x-from': 'test' }, query: { about: 'it' } },
		);
		expect([status, body]).toEqual([
			202,
			{ got: { number: 1 }, from: 'test', about: { about: 'it' } },
		]);
		expect(run?.jsonOf('Last')).toEqual([{ number: 1, at: '1970-01-01T00:00:00.000Z' }]);
	});

	it('lose the static data that a call changes, as in n8n', async () => {
		const options = { extraNodes, staticData: {} };
		await activate(flow, options);
		const activated = structuredClone(options.staticData);
		await callWebhook(flow, options, { body: { number: 1 } });
		expect(options.staticData).toEqual(activated);
	});

	it('are deleted if they cannot be created, and leave no static data', async () => {
		const options = { extraNodes, staticData: {} };
		const refused = chain([{ name: 'Refused', type: 'n8n-nodes-other.listening' }]);
		await expect(activate(refused, options)).rejects.toThrow('The service refused.');
		expect(deleted).toContain('Refused');
		expect(JSON.stringify(options.staticData)).not.toContain('half registered');
	});

	it('answer without starting the workflow', async () => {
		const { status, run } = await callWebhook(flow, { extraNodes }, { body: { ignore: true } });
		expect([status, run]).toEqual([202, undefined]);
	});

	it('must be named if there are several', async () => {
		const two = {
			...flow,
			nodes: [
				...flow.nodes,
				...chain([{ name: 'Other', type: 'n8n-nodes-other.listening' }]).nodes,
			],
		};
		await expect(callWebhook(two, { extraNodes }, {})).rejects.toThrow(
			'The workflow has several webhooks; name one of them: Listen, Other.',
		);
		expect(
			(await callWebhook(two, { extraNodes }, { node: 'Other', body: { number: 1 } })).run
				?.nodesRun,
		).toEqual(['Other']);
		await expect(
			callWebhook(chain([{ name: 'Start', type: 'manualTrigger' }]), {}, {}),
		).rejects.toThrow('The workflow has no webhook.');
	});
});
