import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto';

import { Router } from 'express';
import PDFDocument from 'pdfkit';
import { z } from 'zod';

import { checked, notFound } from './errors';
import type { HarverAccount } from './HarverAccount';

const LINK_LIFE = 15 * 60_000;
const signingKey = randomBytes(32);

/** A link to a report; it dies after 15 minutes (contract harver, Calls). */
export function reportLink(account: HarverAccount, applicationId: string, kind: string, language: string): { url: string; expiresAt: number } {
	const expiresAt = account.now() + LINK_LIFE;
	const path = `/reports/${applicationId}/${kind}`;
	const query = new URLSearchParams({ expires: expiresAt.toString(), language, signature: signatureOf(path, expiresAt.toString(), language) });
	return { url: `${account.publicUrl()}${path}?${query.toString()}`, expiresAt: Math.floor(expiresAt / 1000) };
}

/** The reports behind signed links; a bearer token must not be sent there. */
export function reportFilesRouter(account: HarverAccount): Router {
	const router = Router();
	router.get('/reports/:id/:kind', (request, response) => {
		const { expires = '', language = '', signature = '' } = request.query as Record<string, string | undefined>;
		const expected = Buffer.from(signatureOf(request.path, expires, language));
		const given = Buffer.from(signature);
		const fits = given.length === expected.length && timingSafeEqual(given, expected);
		if (request.headers.authorization !== undefined || !fits || Number(expires) < account.now()) {
			response.status(403).type('html').send('<html><body><h1>Request has expired</h1></body></html>');
			return;
		}
		const { candidate, vacancyId, matchingScore } = account.application(request.params.id);
		const document = new PDFDocument({ info: { Title: 'Assessment report' } });
		response.type('application/pdf');
		document.pipe(response);
		document.fontSize(22).text(`${account.vacancy(vacancyId).name}: assessment ${request.params.kind}`);
		document.moveDown().fontSize(14).text(`${candidate.firstName} ${candidate.lastName}`).text(`Matching score: ${(matchingScore ?? 0).toString()} %`);
		document.end();
	});
	return router;
}

/** Shareable links (contract harver, Calls). */
export function reportLinksRouter(account: HarverAccount): Router {
	const router = Router();
	const schemas = {
		'reports-hub': z.object({ expiresIn: z.coerce.number().int().min(1_209_600).max(31_536_000).optional(), allowedPII: z.enum(['true', 'false']).optional() }).strict(),
		'development-reports': z.object({ locale: z.string().optional() }).strict(),
		'interview-guides': z.object({ extendedValidity: z.enum(['true', 'false']).optional() }).strict(),
	};
	for (const [kind, schema] of Object.entries(schemas)) {
		router.get(`/applications/:id/reports/${kind}`, (request, response) => {
			checked(schema as z.ZodType<unknown, z.ZodTypeDef, unknown>, request.query);
			if (account.application(request.params.id).completedAt === null) throw notFound('Report');
			response.json({ data: { link: `${account.publicUrl()}/harver/${kind}/${request.params.id}` } });
		});
	}
	return router;
}

function signatureOf(...parts: string[]): string {
	return createHmac('sha256', signingKey).update(parts.join('|')).digest('hex');
}
