import express, { Router, type ErrorRequestHandler } from 'express';
import { z } from 'zod';

import type { HarverAccount } from './harver/HarverAccount';
import type { LeverAccount } from './lever/LeverAccount';
import type { WebhookSender } from './lever/WebhookSender';
import type { RequestLog } from './requestLog';
import { faultSchema, type Faults } from './serviceFault';
import { snapshot } from './snapshot';

/** The parts of the sandbox that the page and the tests steer. */
export interface Controlled {
	lever: LeverAccount;
	harver: HarverAccount;
	webhooks: WebhookSender;
	requests: RequestLog;
	faults: Faults;
}

const applySchema = z.object({ postingId: z.string(), name: z.string().min(1), email: z.string().email().or(z.literal('')), phone: z.string().optional() }).strict();

/** What a recruiter does in Lever, and what a test switches on: for the page and for tests, never for nodes. */
export function controlRouter(parts: Controlled): Router {
	const { lever, webhooks, faults } = parts;
	const router = Router();
	router.use(express.json());
	router.get('/state', (_request, response) => {
		response.json(snapshot(parts));
	});
	router.post('/reset', (_request, response) => {
		lever.reset();
		parts.harver.reset();
		webhooks.reset();
		parts.requests.clear();
		faults.clear();
		response.status(204).end();
	});
	router.post('/opportunities/:id/stage', (request, response) => {
		lever.moveToStage(request.params.id, z.object({ stage: z.string() }).parse(request.body).stage);
		response.status(204).end();
	});
	router.post('/opportunities/:id/archive', (request, response) => {
		lever.archive(request.params.id, z.object({ reason: z.string().nullable() }).parse(request.body).reason);
		response.status(204).end();
	});
	router.delete('/opportunities/:id', (request, response) => {
		lever.remove(request.params.id);
		response.status(204).end();
	});
	router.post('/apply', (request, response) => {
		const { postingId: posting, name, email, phone } = applySchema.parse(request.body);
		const { opportunity } = lever.addOpportunity({ name, emails: email === '' ? [] : [email], phones: phone === undefined ? [] : [{ type: null, value: phone }], posting, stage: 'applicant-new', origin: 'applied' });
		response.status(201).json({ opportunityId: opportunity.id });
	});
	router.put('/postings/:id/tags', (request, response) => {
		lever.posting(request.params.id).tags = z.object({ tags: z.array(z.string()) }).parse(request.body).tags;
		response.status(204).end();
	});
	router.post('/webhooks', (request, response) => {
		const { event, url } = z.object({ event: z.string(), url: z.string().url() }).parse(request.body);
		const { id, signatureToken } = webhooks.register(event, url, null, true);
		response.status(201).json({ id, signatureToken });
	});
	router.post('/webhooks/:id/verify', async (request, response) => {
		const webhook = webhooks.webhooks.find(({ id }) => id === request.params.id);
		if (webhook) response.json({ statuses: (await webhooks.verify(webhook)).statuses });
		else response.status(404).end();
	});
	router.post('/deliveries/:id/rerun', async (request, response) => {
		const delivery = webhooks.deliveries.find(({ id }) => id === request.params.id);
		if (delivery) await webhooks.rerun(delivery);
		response.status(delivery ? 204 : 404).end();
	});
	router.post('/faults', (request, response) => {
		faults.add(faultSchema.parse(request.body));
		response.status(204).end();
	});
	router.use(answerErrors);
	return router;
}

const answerErrors: ErrorRequestHandler = (error: unknown, _request, response, next) => {
	if (response.headersSent) next(error);
	else response.status(400).json({ message: error instanceof Error ? error.message : 'The request failed' });
};
