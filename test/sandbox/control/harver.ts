import { Router } from 'express';
import { z } from 'zod';

import { behaviorSchema } from '../harver/HarverAccount';
import { webhookSettingsSchema } from '../harver/HarverWebhook';
import { reportSettingsSchema } from '../harver/links';
import type { SandboxServices } from '..';

const vacancySchema = z
	.object({
		name: z.string().min(1),
		status: z.enum(['draft', 'open', 'closed']),
		loginStrategy: z.enum(['ATS First', 'ATS Only', 'Harver First']),
		canReapply: z.boolean(),
	})
	.strict();

/** What candidates and admins do in Harver. */
export function harverControls({ harver, harverWebhook }: SandboxServices): Router {
	const router = Router();
	router.post('/applications/:id/start', (request, response) => {
		response.json({ status: harver.start(request.params.id).status });
	});
	router.post('/applications/:id/complete', (request, response) => {
		const { score } = z
			.object({ score: z.number().min(0).max(100) })
			.strict()
			.parse(request.body);
		response.json({ status: harver.complete(request.params.id, score).status });
	});
	router.put('/harver/webhook', (request, response) => {
		harverWebhook.configure(webhookSettingsSchema.parse(request.body));
		response.status(204).end();
	});
	router.delete('/harver/webhook', (_request, response) => {
		harverWebhook.configure(null);
		response.status(204).end();
	});
	router.put('/harver/behavior', (request, response) => {
		harver.behavior = behaviorSchema.parse(request.body);
		response.status(204).end();
	});
	router.put('/harver/reports', (request, response) => {
		harver.reports.settings = reportSettingsSchema.parse(request.body);
		response.status(204).end();
	});
	router.post('/vacancies', (request, response) => {
		const { name, status, loginStrategy, canReapply } = vacancySchema
			.partial({ status: true, loginStrategy: true, canReapply: true })
			.parse(request.body);
		response.status(201).json({
			id: harver.addVacancy(name, status ?? 'open', undefined, loginStrategy, canReapply).id,
		});
	});
	router.patch('/vacancies/:id', (request, response) => {
		Object.assign(
			harver.getVacancy(request.params.id),
			vacancySchema.partial().parse(request.body),
		);
		response.status(204).end();
	});
	return router;
}
