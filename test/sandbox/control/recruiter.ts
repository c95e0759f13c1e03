import { randomBytes } from 'node:crypto';

import { Router } from 'express';
import { z } from 'zod';

import { addValues, removeValues } from '../lever/updateOpportunity';
import { notFound } from '../lever/errors';
import type { LeverAccount } from '../lever/LeverAccount';
import { getProfile } from '../snapshot';

const texts = z.array(z.string().min(1));
const applySchema = z
	.object({
		postingId: z.string(),
		name: z.string().trim().min(1),
		email: z.string().email().or(z.literal('')),
		phone: z.string().optional(),
		tags: texts.optional(),
		confidential: z.boolean().optional(),
	})
	.strict();
const contactSchema = z
	.object({
		name: z.string(),
		headline: z.string(),
		emails: z.array(z.string()),
		phones: z.array(z.object({ type: z.string().nullable(), value: z.string() }).strict()),
	})
	.partial()
	.strict();
const keySchema = z
	.object({
		name: z.string().default('test'),
		permissions: z.array(z.string()).or(z.literal('all')),
		confidential: z.boolean().default(false),
	})
	.strict();

/** What recruiters, candidates and admins do in Lever. */
export function recruiterControls(lever: LeverAccount): Router {
	const router = Router();
	router.get('/opportunities/:id', (request, response) => {
		response.json(getProfile(lever, lever.getOpportunity(request.params.id)));
	});
	router.post('/opportunities/:id/stage', (request, response) => {
		lever.moveToStage(
			request.params.id,
			z.object({ stage: z.string() }).strict().parse(request.body).stage,
		);
		response.status(204).end();
	});
	router.post('/stage-moves', (request, response) => {
		const { ids, stage } = z.object({ ids: texts, stage: z.string() }).strict().parse(request.body);
		for (const id of ids) lever.getOpportunity(id);
		for (const id of ids) lever.moveToStage(id, stage);
		response.status(204).end();
	});
	router.post('/opportunities/:id/archive', (request, response) => {
		lever.archive(
			request.params.id,
			z.object({ reason: z.string().nullable() }).strict().parse(request.body).reason,
		);
		response.status(204).end();
	});
	router.post('/opportunities/:id/notes', (request, response) => {
		const { value } = z
			.object({ value: z.string().trim().min(1) })
			.strict()
			.parse(request.body);
		const { id } = lever.addNote(request.params.id, {
			value,
			user: lever.users[0]?.id ?? null,
			byApi: false,
		});
		response.status(201).json({ id });
	});
	router.post('/opportunities/:id/tags', (request, response) => {
		const given = z
			.object({ add: texts.default([]), remove: texts.default([]) })
			.strict()
			.parse(request.body);
		const opportunity = lever.getOpportunity(request.params.id);
		addValues(opportunity, 'tags', given.add);
		removeValues(opportunity, 'tags', given.remove);
		lever.markUpdated(opportunity);
		response.status(204).end();
	});
	router.put('/opportunities/:id/contact', (request, response) => {
		lever.updateContact(
			lever.getOpportunity(request.params.id).contact,
			contactSchema.parse(request.body),
		);
		response.status(204).end();
	});
	router.get('/opportunities/:id/files/:file', (request, response) => {
		const file = lever
			.getOpportunity(request.params.id)
			.files.find(({ id }) => id === request.params.file);
		if (!file) throw notFound('files', request.params.file);
		response.attachment(file.name).type(file.type).send(file.bytes);
	});
	router.delete('/opportunities/:id', (request, response) => {
		lever.remove(request.params.id);
		response.status(204).end();
	});
	router.post('/apply', (request, response) => {
		const {
			postingId: posting,
			name,
			email,
			phone,
			tags,
			confidential,
		} = applySchema.parse(request.body);
		const { opportunity } = lever.addOpportunity({
			name,
			emails: email === '' ? [] : [email],
			phones: phone === undefined ? [] : [{ type: null, value: phone }],
			posting,
			tags,
			confidential,
			stage: 'applicant-new',
			origin: 'applied',
		});
		response.status(201).json({ opportunityId: opportunity.id });
	});
	router.put('/postings/:id/tags', (request, response) => {
		lever.getPosting(request.params.id).tags = z
			.object({ tags: z.array(z.string()) })
			.strict()
			.parse(request.body).tags;
		response.status(204).end();
	});
	router.post('/keys', (request, response) => {
		const key = randomBytes(16).toString('hex');
		lever.keys.push({ key, ...keySchema.parse(request.body) });
		response.status(201).json({ key });
	});
	return router;
}

const seedSchema = z
	.object({
		candidates: z.number().int().min(1).max(100_000),
		/** The posting they apply to, if any. */
		posting: z.string().optional(),
		stage: z.string().default('applicant-new'),
		origin: z.string().default('applied'),
		tags: z.array(z.string()).default([]),
		confidential: z.boolean().default(false),
		/** Whether Lever sends webhooks for them. */
		notify: z.boolean().default(false),
	})
	.strict();

/** Adds many candidates with numbered names and addresses. */
export function seedControls(lever: LeverAccount): Router {
	const router = Router();
	router.post('/seed', (request, response) => {
		const { candidates, notify, ...applicant } = seedSchema.parse(request.body);
		const first = lever.opportunities.length + lever.deleted.length + 1;
		const ids = Array.from({ length: candidates }, (_, index) => {
			const number = (first + index).toString();
			const person = {
				name: `Candidate ${number.padStart(5, '0')}`,
				emails: [`candidate-${number}@example.org`],
			};
			return lever.addOpportunity({ ...applicant, ...person }, { silent: !notify }).opportunity.id;
		});
		response.status(201).json({ opportunityIds: ids });
	});
	return router;
}
