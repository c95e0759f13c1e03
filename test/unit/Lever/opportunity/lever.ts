import type { INodeParameters } from 'n8n-workflow';

import type { NodeResult } from '../../runNode';
import { expectEverythingAsked, runLever } from '../runLever';

export { byId, credentials, leverApi as lever } from '../runLever';

/** Fails a test that does not send an expected request. */
export function expectEveryRequest(): void {
	afterEach(expectEverythingAsked);
}

/** Runs an operation on opportunities. */
export async function opportunity(
	operation: string,
	parameters: INodeParameters,
	run?: Parameters<typeof runLever>[1],
): Promise<NodeResult> {
	return await runLever({ resource: 'opportunity', operation, ...parameters }, run);
}

/** Lever's answer to an update: the opportunity, with its contact details blank (docs/lever-api.md, Opportunities). */
export const blanked = (
	fields: Record<string, unknown> = {},
): { data: Record<string, unknown> } => ({
	data: {
		id: 'o1',
		name: '',
		headline: '',
		emails: [],
		phones: [],
		links: [],
		stage: 'lead-new',
		archived: null,
		tags: [],
		sources: [],
		...fields,
	},
});
