import express, { Router } from 'express';

import { authenticate, rateLimit } from './auth';
import { handleErrors, LeverError } from './errors';
import { feedbackRouter } from './feedback';
import { filesRouter } from './files';
import type { LeverAccount } from './LeverAccount';
import { listsRouter } from './lists';
import { notesRouter } from './notes';
import type { OAuthTokens } from './oauth';
import { opportunitiesRouter } from './opportunities';
import { postingsRouter } from './postings';
import type { LeverWebhooks } from './LeverWebhooks';
import { webhooksRouter } from './webhooks';

/** Lever's Data API, to be mounted at `/v1`. */
export function leverRouter(
	account: LeverAccount,
	tokens: OAuthTokens,
	sender: LeverWebhooks,
	limits: { perSecond: number; burst: number },
): Router {
	const router = Router();
	router.use(
		authenticate(account, tokens),
		rateLimit(limits, account.now),
		express.json({ limit: '1mb' }),
	);
	// Notes, files and feedback come first: a key can have access to them but not to opportunities.
	router.use(
		notesRouter(account),
		filesRouter(account),
		feedbackRouter(account),
		opportunitiesRouter(account),
		listsRouter(account),
		postingsRouter(account),
		webhooksRouter(sender),
	);
	router.use((request) => {
		throw new LeverError(
			404,
			'ResourceNotFound',
			`${request.method} ${request.path} was not found`,
		);
	});
	router.use(handleErrors);
	return router;
}
