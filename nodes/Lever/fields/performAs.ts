import type { IExecuteFunctions } from 'n8n-workflow';
import { NodeOperationError } from 'n8n-workflow';

import { getTextParameter } from '../../shared/node/parameters';
import { leverAccount } from '../transport/account';
import { resourceLocator } from '../../shared/node/resourceLocator';

const common = {
	displayName: 'Perform As',
	name: 'performAs',
	searchMethod: 'searchUsers',
	idPlaceholder: 'e.g. 8d49b010-cc6a-4f40-ace5-e86061c677ed',
	required: false,
};

/** The user who is shown as the author; where Lever can do without (docs/lever-api.md, Perform as). */
export const performAsField = resourceLocator({
	...common,
	description:
		'The Lever user who is shown as having done this. If empty, the default of the credential; without one, nobody is shown.',
});

/** The user on whose behalf Lever does it; where Lever demands one (docs/lever-api.md, Perform as). */
export const performAsRequiredField = resourceLocator({
	...common,
	description:
		'The Lever user on whose behalf this is done. Lever demands one here: if empty, the default of the credential is used.',
});

/** The `perform_as` for an item: the node's field, else the credential's default, else `undefined`. */
export async function actingUser(
	context: IExecuteFunctions,
	itemIndex: number,
): Promise<string | undefined> {
	const chosen = getTextParameter(context, itemIndex, 'performAs');
	if (chosen !== '') return chosen;
	const { performAs } = await leverAccount(context);
	return performAs === '' ? undefined : performAs;
}

/** The `perform_as` for an item, where Lever demands one. Throws NodeOperationError when there is none. */
export async function requiredActingUser(
	context: IExecuteFunctions,
	itemIndex: number,
): Promise<string> {
	const user = await actingUser(context, itemIndex);
	if (user !== undefined) return user;
	throw new NodeOperationError(
		context.getNode(),
		'Lever demands a user on whose behalf this is done',
		{
			itemIndex,
			description: 'Pick one in "Perform As", or set a default in the Lever credential.',
		},
	);
}
