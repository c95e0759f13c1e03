import type {
	IExecuteFunctions,
	INodeExecutionData,
	INodeProperties,
	INodePropertyOptions,
} from 'n8n-workflow';
import { NodeOperationError } from 'n8n-workflow';

import { toText, getRequiredParameter, getRows } from '../../../shared/node/parameters';
import { getLimit, returnAllFields } from '../../../shared/node/returnAll';
import { findApplications, type ApplicationFilter } from '../../application/findApplications';
import { accountField, getAccountId } from '../../fields/account';
import { vacancyField, getVacancyId } from '../../fields/vacancy';

/** The names that Harver's guide, its document and its examples give for parameters that can be searched. */
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
	action: 'Find applications',
	description: 'Find applications by e-mail address and vacancy, or by what the invitation carried',
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
				description: 'What the invitation carried, such as the ID of the opportunity in Lever',
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
		description: 'The address to which the invitation went',
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
			'All of them must fit. Invitations of this node carry the ID of the opportunity in Lever as <code>candidate_id</code>.',
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
						description: 'Harver can search by these only; an expression may give another name',
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
 * Finds applications (docs/harver-api.md, Finding applications): an item `{ id, vacancyId }` each, none when there is none.
 * Throws NodeOperationError when what to look for is incomplete, NodeApiError.
 */
export async function execute(
	this: IExecuteFunctions,
	itemIndex: number,
): Promise<INodeExecutionData[]> {
	const filter = filterOf(this, itemIndex);
	const accountId = await getAccountId(this, itemIndex);
	const found = await findApplications(this, itemIndex, accountId, filter, 'find applications');
	return found
		.slice(0, getLimit(this, itemIndex))
		.map((application) => ({ json: { ...application } }));
}

function filterOf(context: IExecuteFunctions, itemIndex: number): ApplicationFilter {
	if (context.getNodeParameter('findBy', itemIndex) === 'emailAndVacancy') {
		return {
			emailAddress: getRequiredParameter(context, itemIndex, 'email', 'e-mail address'),
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
		pairs.length === 0 ? 'No ATS parameter is given' : 'An ATS parameter has no name or no value',
		{
			itemIndex,
			description:
				'Give name and value of at least one parameter. If a field holds an expression, check that it yields something for this item.',
		},
	);
}
