import type { IDataObject } from 'n8n-workflow';
import nock from 'nock';

import { resolveStages } from '../../../nodes/LeverTrigger/stages';
import { activate, type HarnessOptions } from '../../harness';
import { runLoader } from '../runNode';
import { CREDENTIALS, LeverOnTheWire, leverTrigger } from './lever';

let lever: LeverOnTheWire;
let options: HarnessOptions & { staticData: IDataObject };

beforeEach(() => {
	lever = new LeverOnTheWire();
	options = { credentials: CREDENTIALS, staticData: {} };
});
afterEach(() => {
	nock.cleanAll();
});

const savedStageIds = (): unknown =>
	(options.staticData['node:Lever Trigger'] as IDataObject).stageIds;

describe('stages given by ID or name', () => {
	const stages = [
		{ id: 'lead-new', text: 'New Lead' },
		{ id: '1', text: 'Screen' },
		{ id: '2', text: 'screen' },
	];
	it('are found, whatever the case of the name', () => {
		expect(resolveStages(['lead-new', ' new lead'], stages).ids).toEqual({
			'lead-new': 'lead-new',
			' new lead': 'lead-new',
		});
	});
	it('are never guessed', () => {
		expect(resolveStages(['Screen', 'Gone'], stages)).toEqual({
			ids: {},
			unknown: ['Gone'],
			ambiguous: ['Screen'],
		});
	});
});

describe('when the workflow is published, the stages of the filters', () => {
	it('are found by name and saved', async () => {
		await activate(leverTrigger({ toStages: ['offer'], fromStages: ['stage-screen'] }), options);
		expect(savedStageIds()).toEqual({ offer: 'stage-offer', 'stage-screen': 'stage-screen' });
	});
	it('may come from an expression as one text', async () => {
		await activate(leverTrigger({ toStages: '={{ "Offer, Screen" }}' }), options);
		expect(savedStageIds()).toEqual({ Offer: 'stage-offer', Screen: 'stage-screen' });
	});
	it('stop the activation when the account does not have them, and the error lists those that it has', async () => {
		await expect(
			activate(leverTrigger({ toStages: ['Harver Assessment'] }), options),
		).rejects.toMatchObject({
			message: 'Lever has no stage "Harver Assessment"',
			description: expect.stringContaining('Screen, Offer, Twin, twin') as string,
		});
		expect(lever.webhooks).toEqual([]);
	});
	it('stop the activation when several have the same name', async () => {
		await expect(activate(leverTrigger({ fromStages: ['Twin'] }), options)).rejects.toThrow(
			'Lever has several stages named "Twin"',
		);
	});
});

it('the editor lists the stages, and shows one given by name as chosen', async () => {
	lever.stages = lever.stages.slice(0, 2);
	expect(
		await runLoader({
			node: 'leverTrigger',
			method: 'getStages',
			parameters: { toStages: ['offer'] },
			credentials: CREDENTIALS,
		}),
	).toEqual([
		{
			name: 'offer',
			value: 'offer',
			description: 'Found by name when the workflow is published',
		},
		{ name: 'Screen', value: 'stage-screen' },
	]);
});
