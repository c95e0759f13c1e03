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

/** What people do in the two services, and what a test switches on: for the page and for tests, never for nodes. */
export function controlRouter(parts: SandboxServices): Router {
	const router = Router();
	router.use(express.json());
	router.get('/state', (request, response) => {
		response.json(
			getSnapshot(parts, typeof request.query.search === 'string' ? request.query.search : ''),
		);
	});
	router.post('/reset', (_request, response) => {
		parts.lever.reset();
		parts.harver.reset();
		parts.webhooks.reset();
		parts.harverWebhook.reset();
		parts.requests.clear();
		parts.faults.clear();
		parts.webhookFaults.clear();
		response.status(204).end();
	});
	router.use(
		recruiterControls(parts.lever),
		seedControls(parts.lever),
		webhookControls(parts),
		harverControls(parts),
		faultControls(parts),
	);
	router.use((_request, response) => {
		response.status(404).json({ message: 'There is no such control' });
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
