import type {
	IExecuteFunctions,
	INodeExecutionData,
	INodeProperties,
	INodePropertyOptions,
} from 'n8n-workflow';
import { NodeOperationError } from 'n8n-workflow';

import { toText, getRequiredParameter, getRows } from '../../../shared/node/parameters';
import { getLimit, returnAllFields } from '../../../shared/node/returnAll';
import { accountField, getAccountId } from '../../fields/account';
import { vacancyField, getVacancyId } from '../../fields/vacancy';
import { findApplications } from '../../requests/findApplications';
import type { ApplicationFilter } from '../../requests/searchApplications';

/** The parameters that can be searched by Harver's guide, its document and its examples (docs/harver-api.md, Finding applications). */
const SEARCHABLE_PARAMETERS = [
	'application_id',
	'atsCandidateId',
	'atsVacancyId',
	'candidate_id',
	'candidateId',
	'country',
	'custom_id_1',
	'custom_id_2',
	'custom_id_3',
	'custom_id_4',
	'custom_id_5',
	'id',
	'location',
	'source',
	'src_id',
	'srcId',
	'vacancy_id',
	'vacancyId',
];

export const option: INodePropertyOptions = {
	name: 'Get Many',
	value: 'getMany',
	action: 'Get many applications',
	description: 'Find applications by email address and vacancy, or by ATS parameters',
};

export const fields: INodeProperties[] = [
	{
		displayName: 'Find By',
		name: 'findBy',
		type: 'options',
		options: [
			{ name: 'Email and Vacancy', value: 'emailAndVacancy' },
			{
				name: 'ATS Parameters',
				value: 'atsParameters',
				description: 'Values sent with the invitation, such as the Lever opportunity ID',
			},
		],
		default: 'emailAndVacancy',
	},
	{
		displayName: 'Email',
		name: 'email',
		type: 'string',
		default: '',
		required: true,
		placeholder: 'e.g. name@email.com',
		description: 'The address that the invitation was sent to',
		displayOptions: { show: { findBy: ['emailAndVacancy'] } },
	},
	{ ...vacancyField, displayOptions: { show: { findBy: ['emailAndVacancy'] } } },
	{
		displayName: 'ATS Parameters',
		name: 'atsParameters',
		type: 'fixedCollection',
		typeOptions: { multipleValues: true },
		placeholder: 'Add parameter',
		default: {},
		description:
			'An application must match all parameters. Invitations sent by this node include the Lever opportunity ID as <code>candidate_id</code>.',
		displayOptions: { show: { findBy: ['atsParameters'] } },
		options: [
			{
				displayName: 'Parameter',
				name: 'rows',
				values: [
					{
						displayName: 'Name',
						name: 'name',
						type: 'options',
						options: SEARCHABLE_PARAMETERS.map((name) => ({ name, value: name })),
						default: 'candidate_id',
						description:
							'The parameters that Harver can search by. Use an expression for any other name.',
					},
					{ displayName: 'Value', name: 'value', type: 'string', default: '' },
				],
			},
		],
	},
	accountField,
	...returnAllFields,
];

/**
 * Finds applications (docs/harver-api.md, Finding applications): an item `{ id, vacancyId }` for each that says itself that it
 * matches, whatever the search returned. Throws NodeOperationError when the filter is incomplete or Harver ignores it,
 * NodeApiError.
 */
export async function execute(
	this: IExecuteFunctions,
	itemIndex: number,
): Promise<INodeExecutionData[]> {
	const filter = getFilter(this, itemIndex);
	const accountId = await getAccountId(this, itemIndex);
	const limit = getLimit(this, itemIndex);
	const description = 'find applications';
	const found = await findApplications(this, itemIndex, { accountId, filter, description, limit });
	return found.map(({ id, vacancyId }) => ({ json: { id, vacancyId } }));
}

function getFilter(context: IExecuteFunctions, itemIndex: number): ApplicationFilter {
	if (context.getNodeParameter('findBy', itemIndex) === 'emailAndVacancy') {
		return {
			emailAddress: getRequiredParameter(context, itemIndex, 'email', 'email address'),
			vacancyId: getVacancyId(context, itemIndex),
		};
	}
	const rows = getRows(context.getNodeParameter('atsParameters', itemIndex, {}));
	const pairs = rows.map(({ name, value }) => [toText(name), toText(value)] as const);
	// An empty value would drop the filter from the request and find everybody's applications.
	if (pairs.length > 0 && pairs.every(([name, value]) => name !== '' && value !== ''))
		return { atsParameters: Object.fromEntries(pairs) };
	throw new NodeOperationError(
		context.getNode(),
		pairs.length === 0 ? 'No ATS parameter was provided' : 'An ATS parameter has no name or value',
		{
			itemIndex,
			description:
				'Enter the name and value of at least one parameter. If a field contains an expression, check that it returns a value for this item.',
		},
	);
}
