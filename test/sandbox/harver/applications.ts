import { Router } from 'express';
import { z } from 'zod';

import { buildApplicationDocument, INCLUDES } from './applicationDocument';
import { findApplications } from './findApplications';
import { validate, HarverError, createId, noQuery, notFound } from './errors';
import type { HarverAccount } from './HarverAccount';

export const STATUSES = [
	'new',
	'in-progress',
	'rejected',
	'invited',
	'talent-pool',
	'hired',
	'shortlisted',
	'contract',
] as const;
/** `en-US`, and `es-419` for Latin America. */
const LANGUAGE = /^[a-z]{2}-(?:[A-Z]{2}|419)$/u;

const atsParameters = (maxLength: number) =>
	z
		.record(
			z.string().regex(/^[A-Za-z0-9_-]+$/u, 'keys have letters, digits, - and _ only'),
			z.string().max(maxLength),
		)
		.refine((pairs) => Object.keys(pairs).length <= 20, 'at most 20 key/value pairs');
const candidateSchema = z
	.object({
		emailAddress: z.string().email(),
		firstName: z.string().min(1),
		lastName: z.string().min(1),
		phoneNumber: z
			.string()
			.regex(/^\+[1-9]\d{6,14}$/u, 'must be E.164')
			.optional(),
		language: z.string().regex(LANGUAGE, 'must be a language such as en-US').optional(),
	})
	.strict();
const inviteSchema = z
	.object({
		data: z
			.object({
				type: z.literal('applications'),
				attributes: atsParameters(512),
				relationships: z
					.object({
						candidate: z
							.object({
								data: z
									.object({ type: z.literal('candidates'), attributes: candidateSchema })
									.strict(),
							})
							.strict(),
					})
					.strict(),
			})
			.strict(),
	})
	.strict();
const email = z.object({ mailTitle: z.string(), mailBody: z.string() }).strict();
const messageSchema = z
	.object({ replyToMail: z.string(), ccMailsList: z.array(z.string()) })
	.partial()
	.catchall(email);
const patchSchema = z
	.object({
		attributes: z
			.object({
				status: z.enum(STATUSES),
				message: messageSchema.optional(),
				rejectionReasonData: z
					.object({ reason: z.string(), note: z.string() })
					.partial()
					.strict()
					.optional(),
			})
			.strict(),
	})
	.strict();
const noteSchema = z
	.object({
		data: z
			.object({
				type: z.literal('notes'),
				attributes: z.object({ body: z.string().min(1), author: z.string() }).strict(),
			})
			.strict(),
	})
	.strict();
const atsSchema = z
	.object({
		data: z
			.object({
				type: z.string().optional(),
				id: z.string().optional(),
				attributes: atsParameters(50),
			})
			.strict(),
	})
	.strict();

/** Invitations and applications (docs/harver-api.md, Inviting and Finding applications). */
export function applicationsRouter(account: HarverAccount): Router {
	const router = Router();
	router.post('/vacancies/:id/applications', (request, response) => {
		validate(noQuery, request.query);
		const { data } = validate(inviteSchema, request.body);
		const { application, magicLink } = account.invite(
			request.params.id,
			data.relationships.candidate.data.attributes,
			data.attributes,
		);
		const { invitationAnswer } = account.behavior;
		if (invitationAnswer === 'noBody') response.status(204).end();
		else
			response.status(201).json({
				data:
					invitationAnswer === 'noId'
						? {}
						: { magicLink, applicationId: application.id, currentStatus: application.status },
			});
	});
	router.get('/applications', (request, response) => {
		const found = findApplications(account, request.query);
		response.json({
			data: found.map(({ id, vacancyId }) => ({ type: 'applications', id, vacancyId })),
		});
	});
	router.get('/applications/:id', (request, response) => {
		const { include } = validate(
			z.object({ include: z.string().optional() }).strict(),
			request.query,
		);
		const includes = include?.split(',') ?? [];
		const unknown = includes.find((name) => !INCLUDES.includes(name));
		if (unknown !== undefined) throw new HarverError(400, `include: "${unknown}" is not available`);
		const language = request.headers['accept-language'] ?? 'en';
		response
			.set('Content-Language', language)
			.json(
				buildApplicationDocument(
					account,
					account.getApplication(request.params.id),
					includes,
					language,
				),
			);
	});
	router.patch('/applications/:id', (request, response) => {
		validate(noQuery, request.query);
		const { status, message } = validate(patchSchema, request.body).attributes;
		const [text] = Object.values(message ?? {}).flatMap((value) =>
			typeof value === 'object' && 'mailTitle' in value ? [value] : [],
		);
		account.setStatus(
			request.params.id,
			status,
			text && { subject: text.mailTitle, text: text.mailBody },
		);
		response.status(204).end();
	});
	router.delete('/applications/:id', (request, response) => {
		validate(noQuery, request.query);
		account.remove(request.params.id);
		response.json({
			data: { applicationId: request.params.id, message: 'Application has been deleted' },
		});
	});
	router.get('/applications/:id/notes', (request, response) => {
		validate(noQuery, request.query);
		const { notes } = account.getApplication(request.params.id);
		response.json({
			data: notes.map(({ id, ...attributes }) => ({ type: 'notes', id, attributes })),
		});
	});
	router.post('/applications/:id/notes', (request, response) => {
		validate(noQuery, request.query);
		const { body, author } = validate(noteSchema, request.body).data.attributes;
		const now = Math.floor(account.now() / 1000);
		account
			.getApplication(request.params.id)
			.notes.push({ id: createId(), body, author, createdAt: now, modifiedAt: now });
		response.status(204).end();
	});
	router.delete('/applications/:id/notes/:note', (request, response) => {
		validate(noQuery, request.query);
		const { notes } = account.getApplication(request.params.id);
		const index = notes.findIndex(({ id }) => id === request.params.note);
		if (index < 0) throw notFound('Note');
		notes.splice(index, 1);
		response.status(204).end();
	});
	router.patch('/applications/:id/ats-parameters', (request, response) => {
		validate(noQuery, request.query);
		const application = account.getApplication(request.params.id);
		application.atsParameters = {
			...application.atsParameters,
			...validate(atsSchema, request.body).data.attributes,
		};
		response.status(204).end();
	});
	router.get('/applications/:id/reapply/status', (request, response) => {
		validate(noQuery, request.query);
		const { vacancyId } = account.getApplication(request.params.id);
		response.json({ data: { canReapply: account.getVacancy(vacancyId).canReapply } });
	});
	return router;
}
