import type { IExecuteFunctions } from 'n8n-workflow';

import { resourceLocator } from '../../shared/node/resourceLocator';
import { getRequiredParameter } from '../../shared/node/parameters';

/** The stage that an operation moves an opportunity to. */
export const stageField = resourceLocator({
	displayName: 'Stage',
	name: 'stageId',
	description: 'The stage of the pipeline. All postings of an account share one list of stages.',
	searchMethod: 'searchStages',
	idPlaceholder: 'e.g. applicant-new',
});

/** The id in the Stage field for an item. Throws NodeOperationError when it is empty. */
export function stageIdOf(context: IExecuteFunctions, itemIndex: number): string {
	return getRequiredParameter(context, itemIndex, 'stageId', 'stage');
}
