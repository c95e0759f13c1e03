import express, { Router, type Request, type RequestHandler } from 'express';
import { z } from 'zod';

import type { HarverAccount } from './HarverAccount';
import { html, renderPage, type Html } from './html';
import type { Application } from './records';

/** The score in the form: 0 to 100. */
const scoreSchema = z.string().regex(/^\d+$/u).transform(Number).pipe(z.number().max(100));

/** The pages behind the magic link, where the candidate starts and completes the assessment. */
export function candidatePagesRouter(account: HarverAccount): Router {
	const router = Router();
	router.use('/journey', express.urlencoded({ extended: false }), (_request, response, next) => {
		response.set({ 'Cache-Control': 'no-store', 'Referrer-Policy': 'no-referrer' });
		next();
	});
	router.use('/journey/:id', requireValidKey(account));
	router.get('/journey/:id', (request, response) => {
		const application = account.getApplication(request.params.id);
		const vacancy = account.getVacancy(application.vacancyId).name;
		response.send(
			renderPage(`Your assessment for ${vacancy}`, renderStep(application, getKey(request))),
		);
	});
	router.post('/journey/:id/start', (request, response) => {
		account.start(request.params.id);
		response.redirect(303, getLink(request));
	});
	router.post('/journey/:id/complete', (request, response) => {
		const score = scoreSchema.safeParse((request.body as Record<string, unknown>).score);
		if (!score.success) {
			response
				.status(400)
				.send(
					renderPage(
						'Choose a score from 0 to 100',
						html`<p><a class="button" href="${getLink(request)}">Back</a></p>`,
					),
				);
			return;
		}
		account.complete(request.params.id, score.data);
		response.redirect(303, getLink(request));
	});
	return router;
}

/** Rejects invalid and expired keys. */
function requireValidKey(account: HarverAccount): RequestHandler {
	return (request, response, next) => {
		const state = account.magicLinks.verify(String(request.params.id), getKey(request));
		if (state === 'valid' && account.hasApplication(String(request.params.id))) next();
		else if (state === 'expired')
			response
				.status(403)
				.send(
					renderPage(
						'This link has expired',
						html`<p>Links are valid for one hour. Ask the recruiter for a new one.</p>`,
					),
				);
		else
			response
				.status(403)
				.send(
					renderPage('This link does not work', html`<p>Use the link in our latest e-mail.</p>`),
				);
	};
}

function renderStep(
	{ id, candidate, startedAt, completedAt, atsParameters }: Application,
	key: string,
): Html {
	if (completedAt !== null) {
		const back = atsParameters.return_url ?? '';
		return html`<p>
				Thank you, ${candidate.firstName}: you have completed the assessment. We will be in touch.
			</p>
			${/^https?:\/\//u.test(back) ? html`<p><a class="button" href="${back}" rel="noreferrer">Return to the application</a></p>` : null}`;
	}
	if (startedAt === null) {
		return html`<p>Hello ${candidate.firstName}, this takes a minute in the sandbox.</p>
			<form method="post" action="/journey/${id}/start">
				<input type="hidden" name="key" value="${key}" /><button>Start the assessment</button>
			</form>`;
	}
	return html`<p>The sandbox has no questions. Choose the score that the candidate gets.</p>
		<form method="post" action="/journey/${id}/complete">
			<input type="hidden" name="key" value="${key}" />
			<label for="score">Matching score</label>
			<div class="score">
				<input
					id="score"
					name="score"
					type="range"
					min="0"
					max="100"
					value="82"
					oninput="this.nextElementSibling.value = this.value"
				/><output for="score">82</output>
			</div>
			<button>Complete</button>
		</form>`;
}

function getKey(request: Request): string {
	const { key } = { ...request.query, ...(request.body as Record<string, unknown> | undefined) };
	return typeof key === 'string' ? key : '';
}

function getLink(request: Request): string {
	return `/journey/${encodeURIComponent(String(request.params.id))}?key=${encodeURIComponent(getKey(request))}`;
}
