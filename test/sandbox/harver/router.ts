import express, { Router } from 'express';

import { authenticate, rateLimit, tokenRouter, type HarverTokens } from './auth';
import { accountsRouter } from './accounts';
import { applicationsRouter } from './applications';
import { handleErrors, addCorrelationId, HarverError, notFound } from './errors';
import type { HarverAccount } from './HarverAccount';
import { candidatePagesRouter } from './candidatePages';
import { recruiterPagesRouter } from './recruiterPages';
import { reportFilesRouter, reportLinksRouter } from './reports';
import { vacanciesRouter } from './vacancies';

const ID = /^[0-9a-f]{24}$/u;

/** Harver: `/oauth/token`, `/api/v1.0`, the report files, and the pages for candidates and recruiters. */
export function harverRouter(
	account: HarverAccount,
	tokens: HarverTokens,
	requestsPerMinute: number,
): Router {
	const router = Router();
	const api = Router();
	api.use(authenticate(tokens), rateLimit(requestsPerMinute, account.now), express.json());
	for (const router of [
		applicationsRouter(account),
		vacanciesRouter(account),
		accountsRouter(account),
		reportLinksRouter(account),
	]) {
		router.param('id', (_request, _response, next, id: string) => {
			if (!ID.test(id)) throw new HarverError(400, 'The ID is not valid');
			next();
		});
		api.use(router);
	}
	api.use(() => {
		throw notFound('Route');
	});
	router.use(['/oauth', '/api', '/reports'], addCorrelationId);
	router.use(
		tokenRouter(tokens),
		reportFilesRouter(account),
		candidatePagesRouter(account),
		recruiterPagesRouter(account),
	);
	router.use('/api/v1.0', api);
	router.use(handleErrors);
	return router;
}
