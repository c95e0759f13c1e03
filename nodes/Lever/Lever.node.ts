import type {
	IExecuteFunctions,
	INodeExecutionData,
	INodeType,
	INodeTypeDescription,
} from 'n8n-workflow';
import { operationSubtitle, resourceProperties, mainConnection } from '../shared/node/properties';
import { runOperations } from '../shared/node/runOperations';
import { firstResource, resources } from './actions';
import { authenticationField } from './fields/authentication';
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
		subtitle: operationSubtitle(resources),
		description:
			'Read and change candidates, notes, files and tags in Lever, the applicant tracking system',
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
		properties: [authenticationField, ...resourceProperties(resources, firstResource)],
	};

	methods = { listSearch, loadOptions, credentialTest: { testApiKey } };

	async execute(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
		return await runOperations(this, resources);
	}
}
