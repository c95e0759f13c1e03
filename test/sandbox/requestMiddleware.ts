import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';

import type { RequestHandler, Response } from 'express';

import type { RequestFault, RequestFaults } from './faults';
import type { RequestLog } from './requestLog';

/** Logs the requests to a service and injects the active faults. */
export function requestMiddleware(
	service: RequestFault['service'],
	log: RequestLog,
	faults: RequestFaults,
	now: () => number,
): RequestHandler {
	return async (request, response, next) => {
		const startedAt = now();
		const [path = '', query = ''] = request.originalUrl.split('?');
		let isLogged = false;
		const logOnce = (status: number): void => {
			if (!isLogged)
				log.add({
					at: startedAt,
					service,
					method: request.method,
					path,
					query: redactQuery(query),
					status,
					milliseconds: now() - startedAt,
				});
			isLogged = true;
		};
		response.on('finish', () => {
			logOnce(response.statusCode);
		});
		response.on('close', () => {
			logOnce(0);
		});
		const reset = (): void => {
			logOnce(0);
			request.socket.resetAndDestroy();
		};
		const fault = faults.triggerFor(service, request.method, path);
		if (!fault) {
			next();
			return;
		}
		await sleep(fault.delay);
		if (fault.reset === 'before') reset();
		else if (fault.status !== undefined) sendFault(response, fault, fault.status);
		else {
			if (fault.reset === 'after') interceptEnd(response, reset);
			else if (fault.answerDelay > 0)
				interceptEnd(response, async (end) => {
					await sleep(fault.answerDelay);
					end();
				});
			next();
		}
	};
}

/** Sends an error in the shape of the service (docs/lever-api.md, Errors; docs/harver-api.md, Errors). */
function sendFault(response: Response, { service, headers }: RequestFault, status: number): void {
	const message = status === 429 ? 'Too many requests' : 'A fault is switched on';
	if (service === 'harver') response.set('X-Correlation-Id', randomUUID());
	if (service === 'harver' && status === 429)
		response.set({ 'Ratelimit-Limit': '450', 'Ratelimit-Reset': '1' });
	response.status(status).set(headers);
	if (service === 'lever')
		response.json({ code: status === 429 ? 'TooManyRequests' : 'InternalServerError', message });
	else response.json({ statusCode: status, code: status, message, name: 'Error' });
}

/** Runs a function when the service ends its answer; `end` sends the answer. */
function interceptEnd(response: Response, run: (end: () => void) => void | Promise<void>): void {
	const end = response.end.bind(response) as (...parameters: unknown[]) => Response;
	response.end = ((...parameters: unknown[]) => {
		void run(() => end(...parameters));
		return response;
	}) as Response['end'];
}

/** Keeps e-mail addresses and signatures out of the log. */
function redactQuery(query: string): string {
	return query.replace(/[^=&]+(?:@|%40)[^&]+/giu, '…').replace(/(?<=signature=)[^&]+/gu, '…');
}
