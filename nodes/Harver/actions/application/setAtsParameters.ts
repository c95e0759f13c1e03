import type {
	IExecuteFunctions,
	INodeExecutionData,
	INodeProperties,
	INodePropertyOptions,
} from 'n8n-workflow';
import { NodeOperationError } from 'n8n-workflow';

import { toText } from '../../../shared/node/parameters';
import { path } from '../../../shared/http/path';
import { readApplication } from '../../requests/application';
import { applicationFields, getApplicationId } from '../../fields/application';
import { buildParametersField, getParameters } from '../../fields/atsParameters';
import { findParameterProblem } from '../../items/atsParameters';
import { getAtsParameters } from '../../items/application';
import { harverRawRequest } from '../../transport/request';

/** Shorter than in an invitation (docs/harver-api.md, ATS parameters). */
const MAX_VALUE_LENGTH = 50;

export const option: INodePropertyOptions = {
	name: 'Set ATS Parameters',
	value: 'setAtsParameters',
	action: 'Set the ATS parameters of an application',
	description: 'Change the values that Harver returns with the results',
};

export const fields: INodeProperties[] = [
	...applicationFields,
	buildParametersField({ name: 'atsParameters', required: true }, MAX_VALUE_LENGTH),
	{
		displayName: 'Keep Existing Parameters',
		name: 'keepExisting',
		type: 'boolean',
		default: true,
		description:
			'Whether to send the existing parameters again, including the Lever IDs. Harver does not document whether it keeps parameters that are not sent. Requires one more request.',
	},
];

/**
 * Sets ATS parameters (docs/harver-api.md, ATS parameters) and returns `{ applicationId, atsParameters }` with those that were
 * sent. Throws NodeOperationError when they break Harver's limits, NodeApiError.
 */
export async function execute(
	this: IExecuteFunctions,
	itemIndex: number,
): Promise<INodeExecutionData[]> {
	const applicationId = getApplicationId(this, itemIndex);
	const own = getParameters(this.getNodeParameter('atsParameters', itemIndex, {}));
	assertWithinLimits(this, itemIndex, own);
	const keepExisting = this.getNodeParameter('keepExisting', itemIndex, true);
	const existing = keepExisting ? await readParameters(this, applicationId, itemIndex) : {};
	const atsParameters = { ...existing, ...own };
	assertWithinLimits(this, itemIndex, atsParameters);
	await harverRawRequest(this, {
		method: 'PATCH',
		path: path`/applications/${applicationId}/ats-parameters`,
		body: { data: { type: 'ats-parameters', id: applicationId, attributes: atsParameters } },
		description: `set the ATS parameters of the application ${applicationId}`,
		itemIndex,
	});
	return [{ json: { applicationId, atsParameters } }];
}

async function readParameters(
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

function assertWithinLimits(
	context: IExecuteFunctions,
	itemIndex: number,
	parameters: Record<string, string>,
): void {
	if (Object.keys(parameters).length === 0)
		throw new NodeOperationError(context.getNode(), 'No ATS parameter was provided', {
			itemIndex,
			description: 'Add at least one parameter with its name.',
		});
	const problem = findParameterProblem(parameters, MAX_VALUE_LENGTH);
	if (problem === undefined) return;
	throw new NodeOperationError(context.getNode(), problem, {
		itemIndex,
		description:
			'Change the ATS parameters. Existing parameters count too: shorten their values, or turn off "Keep Existing Parameters".',
	});
}
