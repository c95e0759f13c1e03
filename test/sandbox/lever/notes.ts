import { Router } from 'express';
import { z } from 'zod';

import { requirePermission, requireActiveUser, getVisibleOpportunity } from './auth';
import { validate, invalid, LeverError, notFound } from './errors';
import type { LeverAccount } from './LeverAccount';
import { noQuery, paginateSerialized, pageQuery } from './pagination';
import type { Note, Opportunity } from './records';
import { serializeNote } from './serialize';
const score = z.number().int().min(1).max(4).nullable();
const noteSchema = z
	.object({
		value: z.string().min(1),
		secret: z.boolean().default(false),
		score: score.default(null),
		notifyFollowers: z.boolean().default(false),
		createdAt: z.number().int().optional(),
	})
	.strict();
const updateSchema = z
	.object({
		values: z
			.array(
				z.object({ value: z.string().min(1), createdAt: z.number().int().optional() }).strict(),
			)
			.length(1),
		secret: z.boolean().optional(),
		score: score.optional(),
	})
	.strict();
const performAs = z.object({ perform_as: z.string().optional() }).strict();

/** The notes of an opportunity (docs/lever-api.md, Notes). */
export function notesRouter(account: LeverAccount): Router {
	const router = Router();
	router.use('/opportunities/:id/notes', requirePermission('notes'));
	router.get('/opportunities/:id/notes', (request, response) => {
		const paging = validate(z.object(pageQuery).strict(), request.query);
		const opportunity = getVisibleOpportunity(account, request);
		response.json(
			paginateSerialized((note) => serializeNote(note, opportunity), opportunity.notes, paging),
		);
	});
	router.post('/opportunities/:id/notes', (request, response) => {
		const { perform_as: user, note_id: thread } = validate(
			performAs.extend({ note_id: z.string().optional() }),
			request.query,
		);
		if (user !== undefined) requireActiveUser(account, user);
		const opportunity = getVisibleOpportunity(account, request);
		const { value, secret, score: given, createdAt } = validate(noteSchema, request.body);
		if (createdAt !== undefined && createdAt > account.now())
			throw invalid('createdAt: must be in the past');
		if (thread !== undefined) getNote(opportunity, thread);
		const note = account.addNote(opportunity.id, {
			value,
			secret,
			score: given,
			user: user ?? null,
			thread: thread ?? null,
			...(createdAt === undefined ? {} : { createdAt }),
		});
		response.status(201).json({ data: { ...serializeNote(note, opportunity), noteId: note.id } });
	});
	router.get('/opportunities/:id/notes/:note', (request, response) => {
		validate(noQuery, request.query);
		const opportunity = getVisibleOpportunity(account, request);
		response.json({ data: serializeNote(getNote(opportunity, request.params.note), opportunity) });
	});
	router.put('/opportunities/:id/notes/:note', (request, response) => {
		validate(performAs, request.query);
		const opportunity = getVisibleOpportunity(account, request);
		const note = getApiNote(opportunity, request.params.note);
		const { values, secret = false, score: given = null } = validate(updateSchema, request.body);
		Object.assign(note, { value: values[0]?.value ?? '', secret, score: given });
		account.markUpdated(opportunity);
		response.json({ data: serializeNote(note, opportunity) });
	});
	router.delete('/opportunities/:id/notes/:note', (request, response) => {
		validate(performAs, request.query);
		const opportunity = getVisibleOpportunity(account, request);
		opportunity.notes.splice(
			opportunity.notes.indexOf(getApiNote(opportunity, request.params.note)),
			1,
		);
		response.status(204).end();
	});
	return router;
}

function getNote(opportunity: Opportunity, id: string): Note {
	const note = opportunity.notes.find((candidate) => candidate.id === id);
	if (!note) throw notFound('notes', id);
	return note;
}

/** Returns a note that the API created. Throws a 403 for others, which it can't change (docs/lever-api.md, Notes). */
function getApiNote(opportunity: Opportunity, id: string): Note {
	const note = getNote(opportunity, id);
	if (!note.byApi)
		throw new LeverError(
			403,
			'Forbidden',
			'Only notes that were created via the API can be changed by it',
		);
	return note;
}
