import { Router } from 'express';
import { z } from 'zod';

import { EVENTS } from '../lever/LeverWebhooks';
import type { SandboxServices } from '..';

const webhookSchema = z
	.object({ event: z.enum(EVENTS as [string, ...string[]]), url: z.string().url() })
	.strict();

/** Lever's webhooks page, and the delivery history of both services. */
export function webhookControls({ webhooks, harverWebhook }: SandboxServices): Router {
	const router = Router();
	router.post('/webhooks', (request, response) => {
		const { event, url } = webhookSchema.parse(request.body);
		const { id, signatureToken } = webhooks.register(event, url, null, true);
		response.status(201).json({ id, signatureToken });
	});
	router.delete('/webhooks/:id', (request, response) => {
		const index = webhooks.webhooks.findIndex(({ id }) => id === request.params.id);
		if (index >= 0) webhooks.webhooks.splice(index, 1);
		response.status(index >= 0 ? 204 : 404).end();
	});
	router.post('/webhooks/:id/verify', async (request, response) => {
		const webhook = webhooks.webhooks.find(({ id }) => id === request.params.id);
		if (webhook) response.json({ statuses: (await webhooks.verify(webhook)).statuses });
		else response.status(404).end();
	});
	router.put('/event-groups/:event', (request, response) => {
		const { on } = z.object({ on: z.boolean() }).strict().parse(request.body);
		if (on) webhooks.disabledEvents.delete(request.params.event);
		else webhooks.disabledEvents.add(request.params.event);
		response.status(204).end();
	});
	router.post('/deliveries/:id/rerun', async (request, response) => {
		for (const sender of [webhooks, harverWebhook]) {
			const delivery = sender.deliveries.find(({ id }) => id === request.params.id);
			if (!delivery) continue;
			await sender.rerun(delivery);
			response.json({ statuses: delivery.statuses });
			return;
		}
		response.status(404).end();
	});
	return router;
}
