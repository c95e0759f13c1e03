import type {
	IExecuteFunctions,
	INodeExecutionData,
	INodeProperties,
	INodePropertyOptions,
} from 'n8n-workflow';
import { NodeOperationError } from 'n8n-workflow';

import { toText, getRows } from '../../../shared/node/parameters';
import { path } from '../../../shared/http/path';
import { readApplication } from '../../requests/application';
import { applicationFields, getApplicationId } from '../../fields/application';
import { problemWithParameters } from '../../invite/atsParameters';
import { getAtsParameters } from '../../items/application';
import { harverAnswer } from '../../transport/request';

/** Shorter than at an invitation (docs/harver-api.md, ATS parameters). */
const LONGEST_VALUE = 50;

export const option: INodePropertyOptions = {
	name: 'Set ATS Parameters',
	value: 'setAtsParameters',
	action: 'Set the ATS parameters of an application',
	description: 'Change the values that come back with the results',
};

export const fields: INodeProperties[] = [
	...applicationFields,
	{
		displayName: 'ATS Parameters',
		name: 'atsParameters',
		type: 'fixedCollection',
		typeOptions: { multipleValues: true },
		placeholder: 'Add parameter',
		default: {},
		required: true,
		options: [
			{
				displayName: 'Parameter',
				name: 'rows',
				values: [
					{
						displayName: 'Name',
						name: 'name',
						type: 'string',
						default: '',
						description: 'Letters, digits, - and _',
					},
					{
						displayName: 'Value',
						name: 'value',
						type: 'string',
						default: '',
						description: 'At most 50 characters',
					},
				],
			},
		],
	},
	{
		displayName: 'Keep the Others',
		name: 'keepOthers',
		type: 'boolean',
		default: true,
		description:
			'Whether to send along the parameters that the application has already, among them the IDs in Lever: Harver does not say whether it would keep them. One more request to Harver.',
	},
];

/**
 * Sets ATS parameters (docs/harver-api.md, ATS parameters) and gives `{ applicationId, atsParameters }`,
 * those that were sent. Throws NodeOperationError when they break Harver's limits, NodeApiError.
 */
export async function execute(
	this: IExecuteFunctions,
	itemIndex: number,
): Promise<INodeExecutionData[]> {
	const applicationId = getApplicationId(this, itemIndex);
	const own = ownParameters(this, itemIndex);
	refuseProblem(this, itemIndex, own);
	const keepOthers = this.getNodeParameter('keepOthers', itemIndex, true);
	const atsParameters = keepOthers
		? { ...(await presentParameters(this, applicationId, itemIndex)), ...own }
		: own;
	refuseProblem(this, itemIndex, atsParameters);
	await harverAnswer(this, {
		method: 'PATCH',
		path: path`/applications/${applicationId}/ats-parameters`,
		body: { data: { type: 'ats-parameters', id: applicationId, attributes: atsParameters } },
		description: `set the ATS parameters of the application ${applicationId}`,
		itemIndex,
	});
	return [{ json: { applicationId, atsParameters } }];
}

function ownParameters(context: IExecuteFunctions, itemIndex: number): Record<string, string> {
	const rows = getRows(context.getNodeParameter('atsParameters', itemIndex, {}));
	const pairs = rows
		.map(({ name, value }) => [toText(name), toText(value)] as const)
		.filter(([name]) => name !== '');
	if (pairs.length > 0) return Object.fromEntries(pairs);
	throw new NodeOperationError(context.getNode(), 'No ATS parameter is given', {
		itemIndex,
		description: 'Add at least one with its name.',
	});
}

async function presentParameters(
	context: IExecuteFunctions,
	applicationId: string,
	itemIndex: number,
): Promise<Record<string, string>> {
	const { included } = await readApplication(context, applicationId, {
		includes: ['ats'],
		itemIndex,
	});
	return Object.fromEntries(
		Object.entries(getAtsParameters(included)).map(([name, value]) => [name, toText(value)]),
	);
}

function refuseProblem(
	context: IExecuteFunctions,
	itemIndex: number,
	parameters: Record<string, string>,
): void {
	const problem = problemWithParameters(parameters, LONGEST_VALUE);
	if (problem === undefined) return;
	throw new NodeOperationError(context.getNode(), problem, {
		itemIndex,
		description:
			'Change the ATS parameters. One that the application has already counts too: give it a shorter value, or switch "Keep the Others" off.',
	});
}
