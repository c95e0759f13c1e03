import nock from 'nock';
import type {
	INodeExecutionData,
	INodeListSearchResult,
	INodeParameters,
	WorkflowExecuteMode,
} from 'n8n-workflow';

import { runNode, runPicker, type NodeResult } from '../runNode';

export const HOST = 'https://api.harver.com';
export const ACCOUNT = '5c9b8a7d6e5f4a3b2c1d0e01';
export const VACANCY = '5f0c1d2e3a4b5c6d7e8f9a01';
export const APPLICATION = '60a1b2c3d4e5f60718293a01';
export const OTHER_APPLICATION = '60a1b2c3d4e5f60718293a02';
export const CANDIDATE = '70b1c2d3e4f5061728394a01';
export const NOTE = '80c1d2e3f405162738495a01';

/** The field values that every operation on one application has. */
export const onApplication = { applicationId: byId(APPLICATION) };

/** A locator field in which an id was typed. */
export function byId(value: string): INodeParameters {
	return { __rl: true, mode: 'id', value };
}

/** Harver grants a token to the client, once; the call must be form-encoded. */
export function grantsToken(
	answer: Record<string, unknown> = {
		accessToken: 'token-1',
		accessTokenExpiresAt: '2030-01-01T00:00:00Z',
	},
): void {
	nock(HOST, { reqheaders: { 'content-type': /^application\/x-www-form-urlencoded/u } })
		.post('/oauth/token', {
			grant_type: 'client_credentials',
			client_id: 'client-1',
			client_secret: 'secret-1',
		})
		.reply(200, answer);
}

/** Harver's API for one run: it grants a token and then answers only requests that carry it. */
export function harver(): nock.Scope {
	grantsToken();
	return harverWith('token-1');
}

/** Harver's API for requests with a token. */
export function harverWith(token: string): nock.Scope {
	return nock(`${HOST}/api/v1.0`, { reqheaders: { authorization: `Bearer ${token}` } });
}

/** Runs an operation of the Harver node; the credential names an account unless told otherwise. */
export async function run(
	parameters: INodeParameters,
	{
		items,
		accountId = ACCOUNT,
		...how
	}: {
		items?: INodeExecutionData[];
		accountId?: string;
		continueOnFail?: boolean;
		mode?: WorkflowExecuteMode;
	} = {},
): Promise<NodeResult> {
	return await runNode({
		node: 'harver',
		parameters,
		credentials: credentials(accountId),
		...(items ? { items } : {}),
		...how,
	});
}

/** Asks a picker of the Harver node. */
export async function pick(
	method: string,
	{
		filter,
		parameters = {},
		accountId = ACCOUNT,
	}: { filter?: string; parameters?: INodeParameters; accountId?: string } = {},
): Promise<INodeListSearchResult['results']> {
	const { results } = await runPicker({
		node: 'harver',
		method,
		parameters,
		credentials: credentials(accountId),
		...(filter === undefined ? {} : { filter }),
	});
	return results;
}

/**
 * In a test file: after each test, everything that was to be asked has been asked, and nothing else. (What nobody answers
 * looks to the node like "404 not found", which it may take for an answer.)
 */
export function expectsExactlyThis(): void {
	const unexpected: string[] = [];
	const note = (request: {
		method?: string;
		path?: string;
		options?: { method?: string; path?: string };
	}): void => {
		unexpected.push(
			`${request.method ?? request.options?.method ?? ''} ${request.path ?? request.options?.path ?? ''}`,
		);
	};
	beforeAll(() => nock.emitter.on('no match', note));
	afterAll(() => nock.emitter.off('no match', note));
	afterEach(() => {
		const pending = nock.pendingMocks();
		nock.cleanAll();
		expect({ pending, unexpected: unexpected.splice(0) }).toEqual({ pending: [], unexpected: [] });
	});
}

function credentials(accountId: string) {
	return {
		harverApi: {
			clientId: 'client-1',
			clientSecret: 'secret-1',
			environment: 'production',
			accountId,
			requestsPerMinute: 10_000,
		},
	};
}
