import type { ICredentialDataDecryptedObject } from 'n8n-workflow';

import { harverHost } from '../../../credentials/harverToken';
import { getMaxRetryTime, getSecrets } from '../../shared/http/credentialValues';
import { rateLimiterFor } from '../../shared/http/RateLimiter';
import { toText } from '../../shared/node/parameters';
import type { RequestContext, ServiceConnection } from '../../shared/http/types';
import { readHarverFailure } from './failure';

const API = '/api/v1.0';
const REQUESTS_PER_MINUTE = 450;
const REQUESTS_PER_MINUTE_IN_TEST = 300;
/** Burst and refill together stay within the limit of any minute, wherever Harver's own minute begins. */
const BURST_SHARE = 0.03;

/** A Harver client, ready to be asked, and the account that the nodes use when they name none ('' is none). */
export interface HarverClient extends ServiceConnection {
	accountId: string;
	/** What tells it from other clients, for what is remembered in this process. */
	key: string;
}

/** The Harver client of the node's credential. Throws UserError when its custom host is not one that a token may be sent to. */
export async function harverClient(context: RequestContext): Promise<HarverClient> {
	const credentials = await context.getCredentials('harverApi');
	const host = harverHost(credentials);
	const requestsPerMinute = Number(credentials.requestsPerMinute) || documentedLimit(credentials);
	return {
		name: 'Harver',
		credentialType: 'harverApi',
		baseUrl: `${host}${API}`,
		rateLimiter: rateLimiterFor([host, toText(credentials.clientId)], {
			requestsPerSecond: (requestsPerMinute * (1 - BURST_SHARE)) / 60,
			burst: Math.max(1, requestsPerMinute * BURST_SHARE),
			requestsPerMinute,
		}),
		maxRetryTime: getMaxRetryTime(credentials),
		secrets: getSecrets(credentials),
		readFailure: readHarverFailure,
		hint: harverAdvice,
		accountId: toText(credentials.accountId),
		key: `${host} ${toText(credentials.clientId)}`,
	};
}

/** Requests a minute (docs/harver-api.md, Hosts, login and limits). */
function documentedLimit({ environment }: ICredentialDataDecryptedObject): number {
	return environment === 'test' ? REQUESTS_PER_MINUTE_IN_TEST : REQUESTS_PER_MINUTE;
}

function harverAdvice(status: number): string | undefined {
	switch (status) {
		case 400:
		case 422:
			return 'Check the values of the fields.';
		case 401:
			return 'Check the client ID, the client secret and the environment in the Harver credential.';
		case 403:
			return 'The API client may not do this: ask Harver to give it the permission or the account.';
		case 404:
			return 'Check the ID: it may have been deleted, or belong to another account or environment.';
		default:
			return undefined;
	}
}
