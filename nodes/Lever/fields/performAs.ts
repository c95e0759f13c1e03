import type { IExecuteFunctions } from 'n8n-workflow';
import { NodeOperationError } from 'n8n-workflow';

import { getTextParameter } from '../../shared/node/parameters';
import { resourceLocator } from '../../shared/node/resourceLocator';
import { leverAccount } from '../transport/account';

const performAs = {
	displayName: 'Perform As',
	name: 'performAs',
	searchMethod: 'searchUsers',
	idPlaceholder: 'e.g. 8d49b010-cc6a-4f40-ace5-e86061c677ed',
	required: false,
};

/** The user shown as the author, for operations that Lever allows without one (docs/lever-api.md, Perform as). */
export const performAsField = resourceLocator({
	...performAs,
	description:
		'The Lever user shown as the author. Defaults to the user in the credential. If there is none, Lever shows no author.',
});

/** The user shown as the author, for operations that require one (docs/lever-api.md, Perform as). */
export const performAsRequiredField = resourceLocator({
	...performAs,
	description:
		'The Lever user shown as the author. Lever requires one for this operation. Defaults to the user in the credential.',
});

/** The `perform_as` for an item: the node's field, else the credential's default, else `undefined`. */
export async function getPerformAs(
	context: IExecuteFunctions,
	itemIndex: number,
): Promise<string | undefined> {
	const chosen = getTextParameter(context, itemIndex, 'performAs');
	if (chosen !== '') return chosen;
	const account = await leverAccount(context);
	return account.performAs === '' ? undefined : account.performAs;
}

/** The `perform_as` for an item, where Lever requires one. Throws NodeOperationError when there is none. */
export async function getRequiredPerformAs(
	context: IExecuteFunctions,
	itemIndex: number,
): Promise<string> {
	const user = await getPerformAs(context, itemIndex);
	if (user !== undefined) return user;
	throw new NodeOperationError(context.getNode(), 'Lever requires a user for this operation', {
		itemIndex,
		description: 'Choose one under "Perform As", or set a default user in the Lever credential.',
	});
}
