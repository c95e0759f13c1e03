import { Router } from 'express';
import { z } from 'zod';

import type { Parts } from '../parts';
import { faultSchema } from '../serviceFault';
import { webhookFaultSchema } from '../webhookFaults';

/** What goes wrong on request: with requests, with deliveries, with logins. */
export function faultsRouter({ faults, webhookFaults, leverTokens, harverTokens }: Parts): Router {
	const router = Router();
	router.post('/faults', (request, response) => {
		faults.add(faultSchema.parse(request.body));
		response.status(204).end();
	});
	router.post('/webhook-faults', (request, response) => {
		webhookFaultSchema.parse(request.body);
		webhookFaults.add(request.body as z.input<typeof webhookFaultSchema>);
		response.status(204).end();
	});
	router.delete(['/faults', '/webhook-faults'], (request, response) => {
		(request.path === '/faults' ? faults : webhookFaults).clear();
		response.status(204).end();
	});
	router.post('/tokens/expire', (request, response) => {
		const { service } = z
			.object({ service: z.enum(['lever', 'harver']) })
			.strict()
			.parse(request.body);
		(service === 'lever' ? leverTokens : harverTokens).expire();
		response.status(204).end();
	});
	return router;
}
