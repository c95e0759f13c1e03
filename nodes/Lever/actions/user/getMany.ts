import type {
	IDataObject,
	IExecuteFunctions,
	INodeExecutionData,
	INodeProperties,
	INodePropertyOptions,
} from 'n8n-workflow';

import { toText, parseList } from '../../../shared/node/parameters';
import { getLimit, returnAllFields } from '../../../shared/node/returnAll';
import { emptyFilterError } from '../../fields/dateRange';
import { leverList } from '../../transport/request';

export const option: INodePropertyOptions = {
	name: 'Get Many',
	value: 'getMany',
	action: 'Get many users',
	description: 'List the users of the Lever account',
};

export const fields: INodeProperties[] = [
	...returnAllFields,
	{
		displayName: 'Filters',
		name: 'filters',
		type: 'collection',
		placeholder: 'Add filter',
		default: {},
		options: [
			{
				displayName: 'Access Roles',
				name: 'accessRole',
				type: 'string',
				default: '',
				placeholder: 'e.g. interviewer',
				description:
					'Return only users with one of these roles, spelled as in Lever, separated by commas, or a list from an expression',
			},
			{
				displayName: 'Email',
				name: 'email',
				type: 'string',
				default: '',
				placeholder: 'e.g. name@email.com',
				description: 'Return only the user with this email address',
			},
			{
				displayName: 'External Directory ID',
				name: 'externalDirectoryId',
				type: 'string',
				default: '',
				description: 'Return only the user with this ID in your external user directory',
			},
			{
				displayName: 'Include Deactivated',
				name: 'includeDeactivated',
				type: 'boolean',
				default: true,
				description: 'Whether to also return deactivated users',
			},
		],
	},
];

/** Lists the users of the account (docs/lever-api.md, Reference lists). Throws NodeOperationError when a filter is empty, NodeApiError. */
export async function execute(
	this: IExecuteFunctions,
	itemIndex: number,
): Promise<INodeExecutionData[]> {
	const filters = this.getNodeParameter('filters', itemIndex, {});
	const query = {
		email: getFilter(this, itemIndex, filters, 'email', 'Email'),
		'accessRole[]': parseList(filters.accessRole),
		includeDeactivated: filters.includeDeactivated === true ? true : undefined,
		external_directory_id: getFilter(
			this,
			itemIndex,
			filters,
			'externalDirectoryId',
			'External Directory ID',
		),
	};
	const users = await leverList(
		this,
		{ method: 'GET', path: '/users', query, description: 'list the users', itemIndex },
		getLimit(this, itemIndex),
	);
	return users.map((json) => ({ json }));
}

/** A filter that identifies one user. If it is added but empty, it must not return all users. */
function getFilter(
	context: IExecuteFunctions,
	itemIndex: number,
	filters: IDataObject,
	name: string,
	displayName: string,
): string | undefined {
	if (!(name in filters)) return undefined;
	const value = toText(filters[name]);
	if (value === '') throw emptyFilterError(context, itemIndex, displayName);
	return value;
}
