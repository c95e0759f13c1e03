import { Router } from 'express';
import { z } from 'zod';

import { validate, HarverError } from './errors';
import type { HarverAccount } from './HarverAccount';
import { buildReportPdf } from './reportPdf';

const LOCALES = [
	'en-US',
	'nl-NL',
	'de-DE',
	'da-DK',
	'en-GB',
	'es-ES',
	'fr-BE',
	'fr-CA',
	'fr-FR',
	'pl-PL',
	'pt-PT',
] as const;
const boolean = z.enum(['true', 'false']);

/** The reports behind signed links, which reject requests with an access token. */
export function reportFilesRouter(account: HarverAccount): Router {
	const router = Router();
	router.get('/reports/:id/:kind', async (request, response) => {
		const { reports } = account;
		const refuse = (status: number, title: string): void => {
			response
				.status(status)
				.type('html')
				.send(`<!doctype html><html lang="en"><body><h1>${title}</h1></body></html>`);
		};
		if (request.headers.authorization !== undefined) {
			reports.tokensReceived += 1;
			refuse(400, 'Only one authentication mechanism is allowed');
			return;
		}
		if (
			!reports.isValid(request.path, request.query as Record<string, string>) ||
			reports.settings.answer === 'expired'
		) {
			refuse(403, 'Request has expired');
			return;
		}
		if (reports.settings.answer === 'html') {
			refuse(200, 'Something went wrong');
			return;
		}
		const application = account.getApplication(request.params.id);
		const pdf = await buildReportPdf(
			application,
			account.getVacancy(application.vacancyId).name,
			request.params.kind,
			reports.settings.minSize,
		);
		reports.recordDownload(application.id, pdf);
		response
			.attachment(`${request.params.kind}-${application.id}.pdf`)
			.type('application/pdf')
			.send(pdf);
	});
	return router;
}

/** Links to share a report (docs/harver-api.md, Reports). */
export function reportLinksRouter(account: HarverAccount): Router {
	const router = Router();
	const schemas: Record<string, z.ZodType<unknown, z.ZodTypeDef, unknown>> = {
		'reports-hub': z
			.object({
				expiresIn: z.coerce.number().int().min(1_209_600).max(31_536_000),
				allowedPII: boolean,
			})
			.strict(),
		'development-reports': z.object({ locale: z.enum(LOCALES) }).strict(),
		'interview-guides': z.object({ extendedValidity: boolean.optional() }).strict(),
	};
	for (const [kind, schema] of Object.entries(schemas)) {
		router.get(`/applications/:id/reports/${kind}`, (request, response) => {
			validate(schema, request.query);
			const { id, completedAt } = account.getApplication(request.params.id);
			if (completedAt === null)
				throw new HarverError(
					404,
					'Not Found',
					'errors',
					`Cannot generate ${kind} for this application`,
				);
			response.json({ data: { link: `${account.publicUrl()}/harver/${kind}/${id}` } });
		});
	}
	return router;
}
