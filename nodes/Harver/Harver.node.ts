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
import * as listSearch from './methods/listSearch';

/** Invite has two outputs; every other operation has one. */
const OUTPUTS =
	'={{ $parameter.resource === "application" && $parameter.operation === "invite" ? [{ type: "main", displayName: "Invited" }, { type: "main", displayName: "Not Invited" }] : [{ type: "main" }] }}';

export class Harver implements INodeType {
	description: INodeTypeDescription = {
		displayName: 'Harver',
		name: 'harver',
		icon: { light: 'file:harver.svg', dark: 'file:harver.dark.svg' },
		group: ['transform'],
		version: 1,
		subtitle: buildOperationSubtitle(resources),
		description:
			'Invite candidates to assessments in Harver and read their applications and reports',
		defaults: { name: 'Harver' },
		usableAsTool: true,
		inputs: mainConnection,
		outputs: OUTPUTS,
		credentials: [{ name: 'harverApi', required: true }],
		properties: buildResourceProperties(resources, defaultResource),
	};

	methods = { listSearch };

	async execute(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
		return await runOperations(this, resources);
	}
}
