import nock from 'nock';
import type {
	INodeExecutionData,
	INodeListSearchItems,
	INodeParameters,
	WorkflowExecuteMode,
} from 'n8n-workflow';

import { runNode, runPicker, type NodeResult } from '../runNode';

/** The key of the credential, as it goes over the wire: user name without a password. */
const LOGIN = { user: 'lever-key', pass: '' };

/** One request as Lever got it: the path with its query, and the body. */
export interface WireRequest {
	method: string;
	path: string;
	body: string;
	contentType: string;
}

/** Lever's Data API at the network's edge; only who logs in with the key of the credential is answered. */
export function leverApi(): nock.Scope {
	return nock('https://api.lever.co').matchHeader(
		'authorization',
		`Basic ${Buffer.from(`${LOGIN.user}:${LOGIN.pass}`).toString('base64')}`,
	);
}

/** The requests that Lever gets from now on, in order. */
export function watched(scope: nock.Scope): WireRequest[] {
	const requests: WireRequest[] = [];
	scope.on(
		'request',
		(
			request: { method: string; path: string; headers: Record<string, unknown> },
			_interceptor: unknown,
			body: string,
		) => {
			requests.push({
				method: request.method,
				path: request.path,
				body,
				contentType: String(request.headers['content-type']),
			});
		},
	);
	return requests;
}

/** Runs the Lever node with an API key; `performAs` is the default of the credential. */
export async function runLever(
	parameters: INodeParameters,
	{
		performAs = '',
		...run
	}: {
		items?: INodeExecutionData[];
		continueOnFail?: boolean;
		performAs?: string;
		mode?: WorkflowExecuteMode;
	} = {},
): Promise<NodeResult> {
	return await runNode({ node: 'lever', parameters, credentials: credentials(performAs), ...run });
}

/** What a picker of the Lever node offers. */
export async function pickFrom(
	method: string,
	{ filter, parameters }: { filter?: string; parameters?: INodeParameters } = {},
): Promise<INodeListSearchItems[]> {
	const { results } = await runPicker({
		node: 'lever',
		method,
		...(filter === undefined ? {} : { filter }),
		...(parameters ? { parameters } : {}),
		credentials: credentials(''),
	});
	return results;
}

/** A locator's value as the editor stores it. */
export function byId(value: string): INodeParameters {
	return { __rl: true, mode: 'id', value };
}

/** Every answer that a test has prepared must have been asked for. */
export function expectEverythingAsked(): void {
	const pending = nock.pendingMocks();
	nock.cleanAll();
	expect(pending).toEqual([]);
}

function credentials(performAs: string) {
	return { leverApi: { apiKey: LOGIN.user, performAs, requestsPerSecond: 100 } };
}
