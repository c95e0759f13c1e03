import { randomUUID } from 'node:crypto';

import { Router } from 'express';
import { z } from 'zod';

import { needs } from './access';
import { checked, notFound } from './errors';
import type { LeverAccount } from './LeverAccount';
import { actingUser, visible } from './opportunities';
import { page, pageQuery } from './pages';
import type { Note, Opportunity } from './records';
import { noteView } from './views';

const noteSchema = z
	.object({
		value: z.string().min(1),
		secret: z.boolean().default(false),
		score: z.number().int().min(1).max(4).nullable().default(null),
		notifyFollowers: z.boolean().default(false),
		createdAt: z.number().int().optional(),
	})
	.strict();

/** The notes of an opportunity (contract lever §2.4). */
export function notesRouter(account: LeverAccount): Router {
	const router = Router();
	router.use('/opportunities/:id/notes', needs('notes'));
	router.get('/opportunities/:id/notes', (request, response) => {
		const paging = checked(z.object(pageQuery).strict(), request.query);
		const opportunity = visible(account, request);
		const listed = page(opportunity.notes, paging);
		response.json({ ...listed, data: listed.data.map((note) => noteView(note, opportunity)) });
	});
	router.post('/opportunities/:id/notes', (request, response) => {
		const query = checked(z.object({ perform_as: z.string().optional(), note_id: z.string().optional() }).strict(), request.query);
		if (query.perform_as !== undefined) actingUser(account, query.perform_as);
		const opportunity = visible(account, request);
		const { value, secret, score, createdAt } = checked(noteSchema, request.body);
		if (query.note_id !== undefined) noteOf(opportunity, query.note_id);
		const note: Note = { id: randomUUID(), value, secret, score, user: query.perform_as ?? null, thread: query.note_id ?? null, createdAt: createdAt ?? account.now() };
		opportunity.notes.push(note);
		response.status(201).json({ data: { ...noteView(note, opportunity), noteId: note.id } });
	});
	router.get('/opportunities/:id/notes/:note', (request, response) => {
		const opportunity = visible(account, request);
		response.json({ data: noteView(noteOf(opportunity, request.params.note), opportunity) });
	});
	router.delete('/opportunities/:id/notes/:note', (request, response) => {
		const opportunity = visible(account, request);
		opportunity.notes.splice(opportunity.notes.indexOf(noteOf(opportunity, request.params.note)), 1);
		response.status(204).end();
	});
	return router;
}

function noteOf(opportunity: Opportunity, id: string): Note {
	const note = opportunity.notes.find((candidate) => candidate.id === id);
	if (!note) throw notFound('notes', id);
	return note;
}
