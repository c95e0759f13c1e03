import type {
	IExecuteFunctions,
	INodeExecutionData,
	INodeProperties,
	INodePropertyOptions,
} from 'n8n-workflow';

import { toText, parseList } from '../../../shared/node/parameters';
import { getLimit, returnAllFields } from '../../../shared/node/returnAll';
import { leverList } from '../../transport/request';

export const option: INodePropertyOptions = {
	name: 'Get Many',
	value: 'getMany',
	action: 'Get many users',
	description: 'Read the users of the Lever account',
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
					'Only users with one of these roles, as Lever writes them, separated by commas or as a list from an expression',
			},
			{
				displayName: 'Email',
				name: 'email',
				type: 'string',
				default: '',
				placeholder: 'e.g. name@email.com',
				description: 'Only the user with exactly this address',
			},
			{
				displayName: 'External Directory ID',
				name: 'externalDirectoryId',
				type: 'string',
				default: '',
				description: 'Only the user with this ID in the directory that Lever is filled from',
			},
			{
				displayName: 'Include Deactivated',
				name: 'includeDeactivated',
				type: 'boolean',
				default: true,
				description: 'Whether to read the users who can no longer log in too',
			},
		],
	},
];

/** Reads the users of the account (docs/lever-api.md, Reference lists). Throws NodeApiError. */
export async function execute(
	this: IExecuteFunctions,
	itemIndex: number,
): Promise<INodeExecutionData[]> {
	const { accessRole, email, externalDirectoryId, includeDeactivated } = this.getNodeParameter(
		'filters',
		itemIndex,
		{},
	);
	const query = {
		email: toText(email),
		'accessRole[]': parseList(accessRole),
		includeDeactivated: includeDeactivated === true ? true : undefined,
		external_directory_id: toText(externalDirectoryId),
	};
	const users = await leverList(
		this,
		{ method: 'GET', path: '/users', query, description: 'list the users', itemIndex },
		getLimit(this, itemIndex),
	);
	return users.map((json) => ({ json }));
}
