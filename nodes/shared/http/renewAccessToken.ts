import { getErrorCode } from './attemptRequest';
import { getCancelSignal, throwIfCancelled } from './cancellation';
import { classifyFailure } from './retryPolicy';
import { accessTokenError } from './serviceError';
import { SingleFlightCache } from './SingleFlightCache';
import { toNodeError } from './toNodeError';
import type { RequestContext, ServiceConnection, ServiceRequest } from './types';

const TIMEOUT = 60_000;

/** How a renewal ended: n8n may have a new token, the login rejected the credential, or the login could not be reached. */
type Renewal = 'renewed' | 'refused' | 'unavailable';

const renewals = new SingleFlightCache<Renewal>();

/**
 * Makes n8n renew the access token that a request sent at that moment (`performance.now`) was rejected with; requests that
 * were rejected together renew it once. n8n renews a token only when it throws the status 401, and older versions lose the
 * response of what they throw and send a stream again that is used up, so a small request is sent for it. Throws
 * NodeApiError when the credential has to be connected again, RequestCancelledError when the execution is stopped.
 */
export async function renewAccessToken(
	context: RequestContext,
	service: ServiceConnection,
	request: ServiceRequest,
	sentAt: number,
): Promise<Renewal> {
	const credential = context.getNode().credentials?.[service.credentialType];
	const key = JSON.stringify([service.credentialType, credential, service.baseUrl]);
	try {
		return await renewals.get(
			key,
			performance.now() - sentAt,
			async () => await renew(context, service),
		);
	} catch (error) {
		throwIfCancelled(getCancelSignal(context));
		throw accessTokenError(context.getNode(), service, request, error);
	}
}

async function renew(
	context: RequestContext,
	{ credentialType, baseUrl, renewalPath = '' }: ServiceConnection,
): Promise<Renewal> {
	try {
		await context.helpers.httpRequestWithAuthentication.call(context, credentialType, {
			method: 'GET',
			baseURL: baseUrl,
			url: renewalPath,
			json: true,
			timeout: TIMEOUT,
			disableFollowRedirect: true,
		});
		return 'renewed';
	} catch (error) {
		const code = getErrorCode(error);
		if (code === undefined || code === 'EAUTH') throw toNodeError(context.getNode(), error);
		// The login succeeded but the service still rejects the token. The request itself reports that.
		if (code === '401') return 'renewed';
		const status = Number(code);
		if (!Number.isInteger(status)) return 'unavailable';
		return status < 300 || classifyFailure({ status }) !== 'rejected' ? 'unavailable' : 'refused';
	}
}
