import { Router } from 'express';
import { z } from 'zod';

import type { SandboxServices } from '..';
import { requestFaultSchema, webhookFaultSchema } from '../faults';

/** Faults of requests and deliveries, and tokens that expire. */
export function faultControls({
	faults,
	webhookFaults,
	leverTokens,
	harverTokens,
}: SandboxServices): Router {
	const router = Router();
	router.post('/faults', (request, response) => {
		faults.add(requestFaultSchema.parse(request.body));
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
