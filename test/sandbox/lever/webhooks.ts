import { Router } from 'express';
import { z } from 'zod';

import { requirePermission } from './auth';
import { validate, invalid, notFound } from './errors';
import { noQuery } from './pagination';
import type { Webhook } from './records';
import { EVENTS, EVENTS_WITH_ORIGINS, ORIGINS, type LeverWebhooks } from './LeverWebhooks';

const configuration = z
	.object({
		conditions: z.object({ origins: z.array(z.enum(ORIGINS as [string, ...string[]])) }).strict(),
	})
	.strict();
const createSchema = z
	.object({
		event: z.enum(EVENTS as [string, ...string[]]),
		url: z.string().url(),
		configuration: configuration.optional(),
	})
	.strict();
const updateSchema = z
	.object({
		data: z.array(
			z
				.object({
					id: z.string(),
					url: z.string().url().optional(),
					configuration: configuration.optional(),
				})
				.strict(),
		),
	})
	.strict();

/** Webhooks; the signature token is returned only when one is created (docs/lever-api.md, Webhooks). */
export function webhooksRouter(sender: LeverWebhooks): Router {
	const router = Router();
	router.use('/webhooks', requirePermission('webhooks'));
	router.get('/webhooks', (request, response) => {
		validate(noQuery, request.query);
		response.json({
			data: sender.webhooks.filter(({ createdManually }) => !createdManually).map(serializeWebhook),
		});
	});
	router.post('/webhooks', (request, response) => {
		validate(noQuery, request.query);
		const { event, url, configuration: wanted } = validate(createSchema, request.body);
		requireSafeUrl(url);
		if (wanted && !EVENTS_WITH_ORIGINS.includes(event))
			throw invalid(`configuration: ${event} has no conditions`);
		const webhook = sender.register(event, url, wanted?.conditions.origins ?? null);
		const shown = serializeWebhook(webhook);
		response.status(201).json({
			data: {
				...shown,
				configuration: { ...shown.configuration, signatureToken: webhook.signatureToken },
			},
		});
	});
	router.put('/webhooks', (request, response) => {
		validate(noQuery, request.query);
		const changed = validate(updateSchema, request.body).data.map(
			({ id, url, configuration: wanted }) => {
				const webhook = getApiWebhook(sender, id);
				if (url !== undefined) requireSafeUrl(url);
				return Object.assign(webhook, {
					url: url ?? webhook.url,
					origins: wanted?.conditions.origins ?? webhook.origins,
				});
			},
		);
		response.json({ data: changed.map(serializeWebhook) });
	});
	router.delete('/webhooks/:id', (request, response) => {
		validate(noQuery, request.query);
		sender.webhooks.splice(sender.webhooks.indexOf(getApiWebhook(sender, request.params.id)), 1);
		response.status(204).end();
	});
	return router;
}

function serializeWebhook({ id, event, url, origins, createdAt }: Webhook) {
	return {
		id,
		event,
		url,
		configuration: origins === null ? {} : { conditions: { origins } },
		createdAt,
		updatedAt: createdAt,
	};
}

function getApiWebhook(sender: LeverWebhooks, id: string): Webhook {
	const webhook = sender.webhooks.find(
		(candidate) => candidate.id === id && !candidate.createdManually,
	);
	if (!webhook) throw notFound('webhooks', id);
	return webhook;
}

/** Requires https, as Lever does (docs/lever-api.md, Webhook deliveries), except on this machine. */
function requireSafeUrl(url: string): void {
	const { protocol, hostname } = new URL(url);
	if (protocol !== 'https:' && !['127.0.0.1', 'localhost', '[::1]'].includes(hostname))
		throw invalid('url: must be https');
}
