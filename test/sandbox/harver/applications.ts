import { Router } from 'express';
import { z } from 'zod';

import { applicationDocument, INCLUDES } from './applicationDocument';
import { checked, HarverError, newId, notFound } from './errors';
import { HARVER_ACCOUNT, type HarverAccount } from './HarverAccount';

export const STATUSES = ['new', 'in-progress', 'rejected', 'invited', 'talent-pool', 'hired', 'shortlisted', 'contract'] as const;
/** The ATS parameters by which applications are found: those of the guide and those of the document. */
const FINDABLE = ['application_id', 'candidate_id', 'country', 'id', 'location', 'source', 'vacancy_id', 'custom_id_1', 'custom_id_2', 'custom_id_3', 'custom_id_4', 'custom_id_5', 'candidateId', 'srcId', 'vacancyId'];

const parameters = (longest: number) =>
	z
		.record(z.string().regex(/^[A-Za-z0-9_-]+$/u, 'the key has other characters'), z.string().max(longest))
		.refine((pairs) => Object.keys(pairs).length <= 20, 'at most 20 key/value pairs');
const candidateSchema = z
	.object({
		emailAddress: z.string().email(),
		firstName: z.string().min(1),
		lastName: z.string().min(1),
		phoneNumber: z.string().regex(/^\+[1-9]\d{6,14}$/u, 'must be E.164').optional(),
		language: z.string().optional(),
	})
	.strict();
const inviteSchema = z
	.object({
		data: z
			.object({
				type: z.literal('applications'),
				attributes: parameters(512),
				relationships: z.object({ candidate: z.object({ data: z.object({ type: z.literal('candidates'), attributes: candidateSchema }).strict() }).strict() }).strict(),
			})
			.strict(),
	})
	.strict();
const patchSchema = z.object({ attributes: z.object({ status: z.enum(STATUSES), message: z.record(z.unknown()).optional(), rejectionReasonData: z.record(z.unknown()).optional() }).strict() }).strict();
const noteSchema = z.object({ data: z.object({ type: z.literal('notes'), attributes: z.object({ body: z.string().min(1), author: z.string() }).strict() }).strict() }).strict();
const atsSchema = z.object({ data: z.object({ type: z.string().optional(), id: z.string().optional(), attributes: parameters(50) }).strict() }).strict();
const none = z.object({}).strict();

/** Invitations and applications (contract harver, Calls). */
export function applicationsRouter(account: HarverAccount): Router {
	const router = Router();
	router.post('/vacancies/:id/applications', (request, response) => {
		checked(none, request.query);
		const { data } = checked(inviteSchema, request.body);
		const { application, magicLink } = account.invite(request.params.id, data.relationships.candidate.data.attributes, data.attributes);
		response.status(201).json({ data: { magicLink, applicationId: application.id, currentStatus: application.status } });
	});
	router.get('/applications', (request, response) => {
		const query = request.query as Record<string, unknown>;
		const matches = finder(query);
		response.json({ data: account.applications.filter(matches).map(({ id, vacancyId }) => ({ type: 'applications', id, vacancyId })) });
	});
	router.get('/applications/:id', (request, response) => {
		const { include } = checked(z.object({ include: z.string().optional() }).strict(), request.query);
		const includes = include?.split(',') ?? [];
		const unknown = includes.find((name) => !INCLUDES.includes(name));
		if (unknown !== undefined) throw new HarverError(400, `include: "${unknown}" is not available`);
		response.json(applicationDocument(account, account.application(request.params.id), includes, request.headers['accept-language'] ?? 'en'));
	});
	router.patch('/applications/:id', (request, response) => {
		account.setStatus(request.params.id, checked(patchSchema, request.body).attributes.status);
		response.status(204).end();
	});
	router.delete('/applications/:id', (request, response) => {
		account.remove(request.params.id);
		response.json({ data: { applicationId: request.params.id, message: 'Application was deleted' } });
	});
	router.get('/applications/:id/notes', (request, response) => {
		const { notes } = account.application(request.params.id);
		response.json({ data: notes.map(({ id, ...attributes }) => ({ type: 'notes', id, attributes })) });
	});
	router.post('/applications/:id/notes', (request, response) => {
		const { body, author } = checked(noteSchema, request.body).data.attributes;
		account.application(request.params.id).notes.push({ id: newId(), body, author, createdAt: account.now(), modifiedAt: account.now() });
		response.status(204).end();
	});
	router.delete('/applications/:id/notes/:note', (request, response) => {
		const { notes } = account.application(request.params.id);
		const index = notes.findIndex(({ id }) => id === request.params.note);
		if (index < 0) throw notFound('Note');
		notes.splice(index, 1);
		response.status(204).end();
	});
	router.patch('/applications/:id/ats-parameters', (request, response) => {
		const application = account.application(request.params.id);
		application.atsParameters = { ...application.atsParameters, ...checked(atsSchema, request.body).data.attributes };
		response.status(204).end();
	});
	router.get('/applications/:id/reapply/status', (request, response) => {
		account.application(request.params.id);
		response.json({ data: { canReapply: false } });
	});
	return router;
}

/** Filters come as `filter[atsParameters][…]` with the account, or as `filter[applicationMeta][vacancy]` and `[email]` together. */
function finder(query: Record<string, unknown>): (application: HarverAccount['applications'][number]) => boolean {
	const { accountId, 'filter[applicationMeta][vacancy]': vacancy, 'filter[applicationMeta][email]': email, ...rest } = query;
	if (vacancy !== undefined || email !== undefined) {
		if (typeof vacancy !== 'string' || typeof email !== 'string') throw new HarverError(400, 'applicationMeta needs vacancy and email');
		return ({ vacancyId, candidate }) => vacancyId === vacancy && candidate.emailAddress.toLowerCase() === email.toLowerCase();
	}
	if (accountId !== HARVER_ACCOUNT) throw new HarverError(403, 'No access to this account', 'plain');
	const wanted = Object.entries(rest).map(([name, value]) => {
		const key = /^filter\[atsParameters\]\[(.+)\]$/u.exec(name)?.[1];
		if (key === undefined || !FINDABLE.includes(key)) throw new HarverError(400, `${name} is not allowed`);
		return [key, value] as const;
	});
	if (wanted.length === 0) throw new HarverError(400, 'A filter is required');
	return ({ atsParameters }) => wanted.every(([key, value]) => atsParameters[key] === value);
}
