import type { IExecuteFunctions } from 'n8n-workflow';

import { getRequiredParameter } from '../../shared/node/parameters';
import { resourceLocator } from '../../shared/node/resourceLocator';

/** The opportunity (one candidacy of a person) that an operation works on. */
export const opportunityField = resourceLocator({
	displayName: 'Opportunity',
	name: 'opportunityId',
	description:
		'The candidacy to work on. After a Lever Trigger its ID is <code>{{ $json.data.opportunityId }}</code>. The list finds candidates by e-mail address, or by name among the newest.',
	searchMethod: 'searchOpportunities',
	idPlaceholder: 'e.g. 0b1cf7a2-3c1d-4d52-9f0e-2c8f5a7c9e11',
	firstMode: 'id',
});

/** The id in the Opportunity field for an item. Throws NodeOperationError when it is empty. */
export function opportunityIdOf(context: IExecuteFunctions, itemIndex: number): string {
	return getRequiredParameter(context, itemIndex, 'opportunityId', 'opportunity');
}
