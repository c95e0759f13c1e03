import { Router, type Request } from 'express';
import multer from 'multer';
import { z } from 'zod';

import { requirePermission, requireActiveUser, getVisibleOpportunity } from './auth';
import { validate, invalid, notFound } from './errors';
import type { LeverAccount } from './LeverAccount';
import { milliseconds, noQuery, paginate, pageQuery } from './pagination';
import type { Opportunity, StoredFile } from './records';
import { serializeFile, serializeResume } from './serialize';
export const MAX_FILE_SIZE = 30 * 1024 * 1024;
const listSchema = z
	.object({
		...pageQuery,
		uploaded_at_start: milliseconds.optional(),
		uploaded_at_end: milliseconds.optional(),
	})
	.strict();
const performAs = z.object({ perform_as: z.string({ required_error: 'is required' }) }).strict();

/** The files and resumes of an opportunity (docs/lever-api.md, Files and Resumes). */
export function filesRouter(account: LeverAccount): Router {
	const router = Router();
	for (const [kind, isResume, view] of [
		['files', false, serializeFile],
		['resumes', true, serializeResume],
	] as const) {
		router.use(`/opportunities/:id/${kind}`, requirePermission(kind));
		router.get(`/opportunities/:id/${kind}`, (request, response) => {
			const {
				uploaded_at_start: start = 0,
				uploaded_at_end: end = Infinity,
				...paging
			} = validate(listSchema, request.query);
			const files = getVisibleOpportunity(account, request).files.filter(
				(file) => file.isResume === isResume && file.uploadedAt >= start && file.uploadedAt <= end,
			);
			response.json(paginate(files.map(view), paging));
		});
		router.get(`/opportunities/:id/${kind}/:file`, (request, response) => {
			validate(noQuery, request.query);
			response.json({
				data: view(getFile(getVisibleOpportunity(account, request), request, isResume)),
			});
		});
		router.get(`/opportunities/:id/${kind}/:file/download`, (request, response) => {
			validate(noQuery, request.query);
			const { name, type, bytes } = getFile(
				getVisibleOpportunity(account, request),
				request,
				isResume,
			);
			response.attachment(name).type(type).send(bytes);
		});
	}
	router.get('/opportunities/:id/file_actions', requirePermission('files'), (request, response) => {
		getVisibleOpportunity(account, request);
		response.json(paginate([], validate(z.object(pageQuery).strict(), request.query)));
	});
	router.post(
		'/opportunities/:id/files',
		multer({
			limits: { fileSize: MAX_FILE_SIZE, files: 1, fields: 0 },
			defParamCharset: 'utf8',
		}).single('file'),
		(request, response) => {
			requireActiveUser(account, validate(performAs, request.query).perform_as);
			if (!request.file) throw invalid('file: is required');
			const { originalname: name, mimetype: type, buffer: bytes } = request.file;
			response.status(201).json({
				data: serializeFile(
					account.addFile(getVisibleOpportunity(account, request).id, { name, type, bytes }),
				),
			});
		},
	);
	router.delete('/opportunities/:id/files/:file', (request, response) => {
		requireActiveUser(account, validate(performAs, request.query).perform_as);
		const opportunity = getVisibleOpportunity(account, request);
		opportunity.files.splice(opportunity.files.indexOf(getFile(opportunity, request, false)), 1);
		account.markUpdated(opportunity);
		response.status(204).end();
	});
	return router;
}

function getFile(opportunity: Opportunity, request: Request, isResume: boolean): StoredFile {
	const id = String(request.params.file);
	const file = opportunity.files.find(
		(candidate) => candidate.id === id && candidate.isResume === isResume,
	);
	if (!file) throw notFound(isResume ? 'resumes' : 'files', id);
	return file;
}
