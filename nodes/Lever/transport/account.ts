import { createHash } from 'node:crypto';

import { leverBaseUrl } from '../../../credentials/environments';
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

export { leverBaseUrl } from '../../../credentials/environments';

const DEFAULT_REQUESTS_PER_SECOND = 10;

/** A Lever account, ready for requests, and the default user to perform as ('' for none). */
export interface LeverAccount extends ServiceConnection {
	performAs: string;
	/** Identifies the account and key within this process, without containing the key. */
	accountKey: string;
}

/**
 * The Lever account of the credential that the node uses: the API key, or OAuth2 when the node says so. Throws
 * UserError when the credential's custom base URL is not one that a key may be sent to.
 */
export async function leverAccount(context: RequestContext): Promise<LeverAccount> {
	const usesOAuth2 = context.getNode().parameters.authentication === 'oAuth2';
	const credentialType = usesOAuth2 ? 'leverOAuth2Api' : 'leverApi';
	const credentials = await context.getCredentials(credentialType);
	const baseUrl = leverBaseUrl(credentials);
	const requestsPerSecond = Number(credentials.requestsPerSecond) || DEFAULT_REQUESTS_PER_SECOND;
	const maxRetryTime = getMaxRetryTime(credentials);
	const account = [baseUrl, toText(usesOAuth2 ? credentials.clientId : credentials.apiKey)];
	return {
		name: 'Lever',
		credentialType,
		baseUrl,
		rateLimiter: rateLimiterFor(account, {
			requestsPerSecond,
			burst: requestsPerSecond * 2,
			maxPause: maxRetryTime,
		}),
		maxRetryTime,
		...(usesOAuth2 ? { renewalPath: '/stages?limit=1' } : {}),
		secrets: getSecrets(credentials),
		readFailure: readLeverFailure,
		hint: getHint,
		performAs: toText(credentials.performAs),
		accountKey: createHash('sha256').update(JSON.stringify(account)).digest('hex'),
	};
}

/** Lever's error body is `{ code, message }` (docs/lever-api.md, Errors). */
function readLeverFailure({ body }: HttpResponse): ServiceFailure {
	const { code, message } = asObject(body);
	return {
		...(typeof code === 'string' ? { code } : {}),
		...(typeof message === 'string' ? { message } : {}),
	};
}

function getHint(status: number): string | undefined {
	switch (status) {
		case 400:
			return 'Check the field values.';
		case 401:
			return 'Check the key and the environment in the Lever credential.';
		case 403:
			return 'The key lacks permission, or the record is confidential. Ask a Super Admin for a key with access to this endpoint. For OAuth2, add the scope.';
		case 404:
			return 'Check the ID: the record may have been deleted, belong to another environment, or be confidential.';
		case 422:
			return 'Lever could not process this file, so it cannot be downloaded.';
		default:
			return undefined;
	}
}
