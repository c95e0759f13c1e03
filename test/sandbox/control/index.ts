import express, { Router, type ErrorRequestHandler } from 'express';
import { z } from 'zod';

import { HarverError } from '../harver/errors';
import { LeverError } from '../lever/errors';
import type { SandboxServices } from '..';
import { getSnapshot } from '../snapshot';
import { faultControls } from './faults';
import { harverControls } from './harver';
import { recruiterControls, seedControls } from './recruiter';
import { webhookControls } from './webhooks';

/** What people do in the two services, and faults: for the page and for tests, never for nodes. */
export function controlRouter(services: SandboxServices): Router {
	const router = Router();
	router.use(express.json());
	router.get('/state', (request, response) => {
		response.json(
			getSnapshot(services, typeof request.query.search === 'string' ? request.query.search : ''),
		);
	});
	router.post('/reset', (_request, response) => {
		services.lever.reset();
		services.harver.reset();
		services.webhooks.reset();
		services.harverWebhook.reset();
		services.requests.clear();
		services.faults.clear();
		services.webhookFaults.clear();
		response.status(204).end();
	});
	router.use(
		recruiterControls(services.lever),
		seedControls(services.lever),
		webhookControls(services),
		harverControls(services),
		faultControls(services),
	);
	router.use((_request, response) => {
		response.status(404).json({ message: 'Unknown control' });
	});
	router.use(handleErrors);
	return router;
}

const handleErrors: ErrorRequestHandler = (error: unknown, _request, response, next) => {
	if (response.headersSent) next(error);
	else
		response.status(getStatus(error)).json({
			message:
				error instanceof z.ZodError
					? error.issues.map(({ path, message }) => `${path.join('.')}: ${message}`).join(', ')
					: error instanceof Error
						? error.message
						: 'The request failed',
		});
};

function getStatus(error: unknown): number {
	return error instanceof LeverError || error instanceof HarverError ? error.status : 400;
}
