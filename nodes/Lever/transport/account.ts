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

export { leverBaseUrl } from '../../../credentials/environments';

const DEFAULT_REQUESTS_PER_SECOND = 10;

/** A Lever account, ready to be asked, and the user on whose behalf the nodes act when they name none ('' is nobody). */
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
	const account = [baseUrl, toText(usesOAuth2 ? credentials.clientId : credentials.apiKey)];
	return {
		name: 'Lever',
		credentialType,
		baseUrl,
		rateLimiter: rateLimiterFor(account, { requestsPerSecond, burst: requestsPerSecond * 2 }),
		maxRetryTime: getMaxRetryTime(credentials),
		secrets: getSecrets(credentials),
		readFailure: readLeverFailure,
		hint: leverAdvice,
		performAs: toText(credentials.performAs),
		accountKey: createHash('sha256').update(JSON.stringify(account)).digest('hex'),
	};
}

/** Lever's error body is `{ code, message }` (docs/lever-api.md, Errors). */
function readLeverFailure({ body }: HttpResponse): ServiceFailure {
	const { code, message } = (typeof body === 'object' && body !== null ? body : {}) as Record<
		string,
		unknown
	>;
	return {
		...(typeof code === 'string' ? { code } : {}),
		...(typeof message === 'string' ? { message } : {}),
	};
}

function leverAdvice(status: number): string | undefined {
	switch (status) {
		case 400:
			return 'Check the values of the fields.';
		case 401:
			return 'Check the key and the environment in the Lever credential.';
		case 403:
			return 'The key lacks the permission for this, or the record is confidential: have a Super Admin make a key with the endpoint ticked (or the scope, for OAuth2).';
		case 404:
			return 'Check the ID: the record may have been deleted, belong to another environment, or be confidential.';
		case 422:
			return 'Lever could not process this file, so it cannot be downloaded.';
		default:
			return undefined;
	}
}
