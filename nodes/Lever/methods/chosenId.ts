import type { ILoadOptionsFunctions } from 'n8n-workflow';
import { NodeOperationError } from 'n8n-workflow';

import { toText } from '../../shared/node/parameters';

/**
 * The id in another field of the node that a picker depends on; `what` names it: "opportunity". Throws NodeOperationError
 * when there is none yet, or it is an expression that the editor cannot work out.
 */
export function chosenId(context: ILoadOptionsFunctions, field: string, what: string): string {
	const id = toText(context.getCurrentNodeParameter(field, { extractValue: true }));
	if (id !== '' && !id.startsWith('=')) return id;
	throw new NodeOperationError(context.getNode(), `Choose the ${what} first`, {
		description: `The list shows what belongs to the ${what} of this node. If its ID comes from an expression, run the nodes before, or give this ID by expression too.`,
	});
}
