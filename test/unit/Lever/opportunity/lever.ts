import type { INodeExecutionData, INodeParameters } from 'n8n-workflow';
import nock, { type Scope } from 'nock';

import { runNode, type NodeResult } from '../../runNode';

/** The Lever that the node talks to; paths in full, so that a request with other ids or another query is not answered. */
export const lever = (): Scope =>
	nock('https://api.lever.co', {
		reqheaders: { authorization: `Basic ${Buffer.from('key:').toString('base64')}` },
	});

/** Credentials, with or without a default user to act as. */
export const credentials = (
	performAs = '',
): { leverApi: { apiKey: string; performAs: string } } => ({
	leverApi: { apiKey: 'key', performAs },
});

/** Fails a test that leaves an expected request unmade. */
export function expectEveryRequest(): void {
	afterEach(() => {
		const unmade = nock.pendingMocks();
		nock.cleanAll();
		expect(unmade).toEqual([]);
	});
}

/** Runs an operation on opportunities. */
export async function opportunity(
	operation: string,
	parameters: INodeParameters,
	run: { items?: INodeExecutionData[]; continueOnFail?: boolean; performAs?: string } = {},
): Promise<NodeResult> {
	const { performAs, ...rest } = run;
	return await runNode({
		node: 'lever',
		parameters: { resource: 'opportunity', operation, ...parameters },
		credentials: credentials(performAs),
		...rest,
	});
}

/** A resource locator's value, as the editor keeps it when the id was typed in. */
export const byId = (value: string): INodeParameters => ({ __rl: true, mode: 'id', value });

/** The answer of Lever to a change: the opportunity, its contact details blank (docs/lever-api.md, Opportunities). */
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
