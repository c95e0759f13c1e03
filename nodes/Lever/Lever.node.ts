import type {
	IExecuteFunctions,
	INodeExecutionData,
	INodeType,
	INodeTypeDescription,
} from 'n8n-workflow';
import {
	buildOperationSubtitle,
	buildResourceProperties,
	mainConnection,
} from '../shared/node/properties';
import { runOperations } from '../shared/node/runOperations';
import { defaultResource, resources } from './actions';
import { authenticationField } from './fields/common';
import * as listSearch from './methods/listSearch';
import * as loadOptions from './methods/loadOptions';
import { testApiKey } from './methods/testApiKey';

export class Lever implements INodeType {
	description: INodeTypeDescription = {
		displayName: 'Lever',
		name: 'lever',
		icon: { light: 'file:lever.svg', dark: 'file:lever.dark.svg' },
		group: ['transform'],
		version: 1,
		subtitle: buildOperationSubtitle(resources),
		description:
			'Read and update candidates, notes, files and tags in Lever, the applicant tracking system',
		defaults: { name: 'Lever' },
		usableAsTool: true,
		inputs: mainConnection,
		outputs: mainConnection,
		credentials: [
			{
				name: 'leverApi',
				required: true,
				testedBy: 'testApiKey',
				displayOptions: { show: { authentication: ['apiKey'] } },
			},
			{
				name: 'leverOAuth2Api',
				required: true,
				displayOptions: { show: { authentication: ['oAuth2'] } },
			},
		],
		properties: [authenticationField, ...buildResourceProperties(resources, defaultResource)],
	};

	methods = { listSearch, loadOptions, credentialTest: { testApiKey } };

	async execute(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
		return await runOperations(this, resources);
	}
}
