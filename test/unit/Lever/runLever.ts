import nock from 'nock';
import type {
	INodeExecutionData,
	INodeListSearchItems,
	INodeParameters,
	WorkflowExecuteMode,
} from 'n8n-workflow';

import { runNode, runPicker, type NodeResult } from '../runNode';

/** The key of the credential as it is sent: a user name without a password. */
const LOGIN = { user: 'lever-key', pass: '' };

/** A request that Lever received: the path with its query, and the body. */
export interface WireRequest {
	method: string;
	path: string;
	body: string;
	contentType: string;
}

/** Lever's API at the network's edge. Answers only requests with the key of the credential. */
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

/** The entries of a list of the Lever node. */
export async function pickFrom(
	method: string,
	{ filter, parameters }: { filter?: string; parameters?: INodeParameters } = {},
): Promise<INodeListSearchItems[]> {
	const { results } = await runPicker({
		node: 'lever',
		method,
		...(filter === undefined ? {} : { filter }),
		...(parameters ? { parameters } : {}),
		credentials: credentials(),
	});
	return results;
}

/** The value of a resource locator as the editor stores it. */
export function byId(value: string): INodeParameters {
	return { __rl: true, mode: 'id', value };
}

/** Fails a test that does not send an expected request. */
export function expectEverythingAsked(): void {
	const pending = nock.pendingMocks();
	nock.cleanAll();
	expect(pending).toEqual([]);
}

/** Credentials, with or without a default user to perform as. */
export function credentials(performAs = '') {
	return { leverApi: { apiKey: LOGIN.user, performAs, requestsPerSecond: 100 } };
}
