import type { ICredentialDataDecryptedObject } from 'n8n-workflow';

import { harverHost } from '../../../credentials/environments';
import { getMaxRetryTime, getSecrets } from '../../shared/http/credentialValues';
import { rateLimiterFor } from '../../shared/http/RateLimiter';
import { toText } from '../../shared/node/parameters';
import type {
	HttpResponse,
	RequestContext,
	ServiceConnection,
	ServiceFailure,
} from '../../shared/http/types';
import { asObject } from '../../shared/object';

const API = '/api/v1.0';
const REQUESTS_PER_MINUTE = 450;
const REQUESTS_PER_MINUTE_IN_TEST = 300;
/** Burst and refill together stay within the limit of any minute, wherever Harver's own minute begins. */
const BURST_SHARE = 0.03;

/** A Harver client, ready for requests, and the account that the nodes use unless they name one ('' is none). */
export interface HarverClient extends ServiceConnection {
	accountId: string;
	/** Identifies the client in what this process remembers. */
	key: string;
}

/** The Harver client of the node's credential. Throws UserError when its custom host is not one that a token may be sent to. */
export async function harverClient(context: RequestContext): Promise<HarverClient> {
	const credentials = await context.getCredentials('harverApi');
	const host = harverHost(credentials);
	const maxRetryTime = getMaxRetryTime(credentials);
	const requestsPerMinute =
		Number(credentials.requestsPerMinute) || getDocumentedLimit(credentials);
	return {
		name: 'Harver',
		credentialType: 'harverApi',
		baseUrl: `${host}${API}`,
		rateLimiter: rateLimiterFor([host, toText(credentials.clientId)], {
			requestsPerSecond: (requestsPerMinute * (1 - BURST_SHARE)) / 60,
			burst: Math.max(1, requestsPerMinute * BURST_SHARE),
			maxPause: maxRetryTime,
		}),
		maxRetryTime,
		renewalPath: '/accounts',
		secrets: getSecrets(credentials),
		readFailure: readHarverFailure,
		hint: getHint,
		accountId: toText(credentials.accountId),
		key: `${host} ${toText(credentials.clientId)}`,
	};
}

/** Requests a minute (docs/harver-api.md, Hosts, login and limits). */
function getDocumentedLimit({ environment }: ICredentialDataDecryptedObject): number {
	return environment === 'test' ? REQUESTS_PER_MINUTE_IN_TEST : REQUESTS_PER_MINUTE;
}

function getHint(status: number): string | undefined {
	switch (status) {
		case 400:
		case 422:
			return 'Check the field values.';
		case 401:
			return 'Check the client ID, the client secret and the environment in the Harver credential.';
		case 403:
			return 'The API client lacks permission. Ask Harver to grant it access to this function or account.';
		case 404:
			return 'Check the ID: it may have been deleted, or belong to another account or environment.';
		default:
			return undefined;
	}
}

/**
 * Reads Harver's error in both of its shapes, `{errors: [{id, status, title, detail?}]}` and
 * `{statusCode|status, code, message, name}`, with the correlation id that its support asks for (docs/harver-api.md, Errors).
 */
export function readHarverFailure({ body, headers }: HttpResponse): ServiceFailure {
	const correlationId = toText(headers['x-correlation-id']);
	return { ...readWords(body), ...(correlationId === '' ? {} : { correlationId }) };
}

function readWords(body: unknown): ServiceFailure {
	const fields = asObject(body);
	if (Array.isArray(fields.errors)) {
		const errors = fields.errors.map(asObject);
		const message = errors
			.map(({ title, detail }) => [title, detail].map(toText).filter(Boolean).join(': '))
			.filter(Boolean)
			.join('; ');
		const code = toText(errors[0]?.code ?? errors[0]?.id);
		return { ...(message ? { message } : {}), ...(code ? { code } : {}) };
	}
	const message = toText(fields.message);
	const code = toText(fields.code) || toText(fields.name);
	return { ...(message ? { message } : {}), ...(code ? { code } : {}) };
}
