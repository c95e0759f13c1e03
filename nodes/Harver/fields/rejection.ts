import type { INodeProperties } from 'n8n-workflow';

import { resourceLocator } from '../../shared/node/resourceLocator';

const whenRejected = { show: { status: ['rejected'] } };

/** Why an application is rejected (docs/harver-api.md, Changing an application: `rejectionReasonData`). */
export const rejectionFields: INodeProperties[] = [
	{
		...resourceLocator({
			displayName: 'Rejection Reason',
			name: 'rejectionReason',
			description: 'Why the candidate is rejected, from the list in Harver',
			searchMethod: 'searchRejectionReasons',
			idPlaceholder: 'e.g. 5d1e2f3a4b5c6d7e8f9a0b1c',
			required: false,
		}),
		displayOptions: whenRejected,
	},
	{
		displayName: 'Rejection Note',
		name: 'rejectionNote',
		type: 'string',
		default: '',
		description: 'A word on it for colleagues in Harver',
		displayOptions: whenRejected,
	},
];
