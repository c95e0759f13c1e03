import { Router, type Request } from 'express';
import multer from 'multer';
import { z } from 'zod';

import { needs } from './access';
import { checked, invalid, notFound } from './errors';
import type { LeverAccount } from './LeverAccount';
import { milliseconds, noQuery, page, pageQuery } from './pages';
import type { Opportunity, StoredFile } from './records';
import { fileView, resumeView } from './views';
import { actingUser, visible } from './visible';

export const LARGEST_FILE = 30 * 1024 * 1024;
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
		['files', false, fileView],
		['resumes', true, resumeView],
	] as const) {
		router.use(`/opportunities/:id/${kind}`, needs(kind));
		router.get(`/opportunities/:id/${kind}`, (request, response) => {
			const {
				uploaded_at_start: start = 0,
				uploaded_at_end: end = Infinity,
				...paging
			} = checked(listSchema, request.query);
			const files = visible(account, request).files.filter(
				(file) => file.isResume === isResume && file.uploadedAt >= start && file.uploadedAt <= end,
			);
			response.json(page(files.map(view), paging));
		});
		router.get(`/opportunities/:id/${kind}/:file`, (request, response) => {
			checked(noQuery, request.query);
			response.json({ data: view(fileOf(visible(account, request), request, isResume)) });
		});
		router.get(`/opportunities/:id/${kind}/:file/download`, (request, response) => {
			checked(noQuery, request.query);
			const { name, type, bytes } = fileOf(visible(account, request), request, isResume);
			response.attachment(name).type(type).send(bytes);
		});
	}
	router.get('/opportunities/:id/file_actions', needs('files'), (request, response) => {
		visible(account, request);
		response.json(page([], checked(z.object(pageQuery).strict(), request.query)));
	});
	router.post(
		'/opportunities/:id/files',
		multer({
			limits: { fileSize: LARGEST_FILE, files: 1, fields: 0 },
			defParamCharset: 'utf8',
		}).single('file'),
		(request, response) => {
			actingUser(account, checked(performAs, request.query).perform_as);
			if (!request.file) throw invalid('file: is required');
			const { originalname: name, mimetype: type, buffer: bytes } = request.file;
			response.status(201).json({
				data: fileView(account.addFile(visible(account, request).id, { name, type, bytes })),
			});
		},
	);
	router.delete('/opportunities/:id/files/:file', (request, response) => {
		actingUser(account, checked(performAs, request.query).perform_as);
		const opportunity = visible(account, request);
		opportunity.files.splice(opportunity.files.indexOf(fileOf(opportunity, request, false)), 1);
		account.touch(opportunity);
		response.status(204).end();
	});
	return router;
}

function fileOf(opportunity: Opportunity, request: Request, isResume: boolean): StoredFile {
	const id = String(request.params.file);
	const file = opportunity.files.find(
		(candidate) => candidate.id === id && candidate.isResume === isResume,
	);
	if (!file) throw notFound(isResume ? 'resumes' : 'files', id);
	return file;
}
