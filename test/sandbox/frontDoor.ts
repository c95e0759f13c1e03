import { setTimeout as sleep } from 'node:timers/promises';

import type { RequestHandler } from 'express';

import type { RequestLog } from './requestLog';
import type { Fault, Faults } from './serviceFault';

/** Goes before a service: writes the log and does the faults that are switched on. */
export function frontDoor(service: Fault['service'], log: RequestLog, faults: Faults, now: () => number): RequestHandler {
	return async (request, response, next) => {
		const startedAt = now();
		const [path = '', query = ''] = request.originalUrl.split('?');
		response.on('close', () => {
			log.add({ at: startedAt, service, method: request.method, path, query: withoutPeople(query), status: response.writableEnded ? response.statusCode : 0, milliseconds: now() - startedAt });
		});
		const fault = faults.take(service, request.method, path);
		if (!fault) {
			next();
			return;
		}
		await sleep(fault.delay);
		if (fault.reset === 'before') request.socket.resetAndDestroy();
		else if (fault.status !== undefined) response.status(fault.status).json({ code: 'Fault', message: 'A fault was switched on.' });
		else {
			if (fault.reset === 'after') {
				response.json = () => {
					request.socket.resetAndDestroy();
					return response;
				};
			}
			next();
		}
	};
}

/** E-mail addresses do not belong into a log. */
function withoutPeople(query: string): string {
	return query.replace(/[^=&]+(?:@|%40)[^&]+/giu, '…');
}
