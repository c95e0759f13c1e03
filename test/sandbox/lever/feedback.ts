import { randomUUID } from 'node:crypto';

import { Router } from 'express';
import { z } from 'zod';

import { needs } from './access';
import { checked, invalid, notFound } from './errors';
import type { LeverAccount } from './LeverAccount';
import { noQuery, page, pageOf, pageQuery } from './pages';
import type { Feedback, FeedbackTemplate, Opportunity } from './records';
import { feedbackUpdateView, feedbackView, templateView } from './feedbackViews';
import { actingUser, visible } from './visible';

const performAs = z.object({ perform_as: z.string({ required_error: 'is required' }) }).strict();
const listQuery = z.object(pageQuery).strict();
const fieldValues = z.array(z.object({ id: z.string(), value: z.string().nullable() }).strict());
const createSchema = z
	.object({
		baseTemplateId: z.string(),
		panel: z.string().optional(),
		interview: z.string().optional(),
		fieldValues: fieldValues.default([]),
		createdAt: z.number().int().optional(),
		completedAt: z.number().int().nullable().optional(),
	})
	.strict()
	.refine(
		({ panel, interview }) => (panel === undefined) === (interview === undefined),
		'panel and interview are needed together',
	);
const updateSchema = z
	.object({ fieldValues, completedAt: z.number().int().nullable().optional() })
	.strict();

/** Feedback forms of an opportunity, and their templates (docs/lever-api.md, Feedback). */
export function feedbackRouter(account: LeverAccount): Router {
	const router = Router();
	router.get('/feedback_templates', needs('feedback_templates'), (request, response) => {
		response.json(
			pageOf(templateView, account.feedbackTemplates, checked(listQuery, request.query)),
		);
	});
	router.get('/feedback_templates/:template', needs('feedback_templates'), (request, response) => {
		checked(noQuery, request.query);
		response.json({ data: templateView(templateOf(account, String(request.params.template))) });
	});
	router.use('/opportunities/:id/feedback', needs('feedback'));
	router.get('/opportunities/:id/feedback', (request, response) => {
		response.json(
			page(visible(account, request).feedback.map(feedbackView), checked(listQuery, request.query)),
		);
	});
	router.get('/opportunities/:id/feedback/:feedback', (request, response) => {
		checked(noQuery.or(performAs), request.query);
		response.json({
			data: feedbackView(feedbackOf(visible(account, request), request.params.feedback)),
		});
	});
	router.post('/opportunities/:id/feedback', (request, response) => {
		const user = actingUser(account, checked(performAs, request.query).perform_as);
		const opportunity = visible(account, request);
		const {
			baseTemplateId,
			panel,
			fieldValues: given,
			createdAt = account.now(),
			completedAt,
		} = checked(createSchema, request.body);
		if (panel !== undefined) throw notFound('panels', panel);
		const template = templateOf(account, baseTemplateId);
		const feedback: Feedback = {
			id: randomUUID(),
			template,
			values: valuesOf(template, given),
			user,
			createdAt,
			completedAt: completedAt ?? createdAt,
			updatedAt: null,
			deletedAt: null,
		};
		opportunity.feedback.push(feedback);
		account.touch(opportunity);
		response.status(201).json({ data: feedbackView(feedback) });
	});
	router.put('/opportunities/:id/feedback/:feedback', (request, response) => {
		actingUser(account, checked(performAs, request.query).perform_as);
		const opportunity = visible(account, request);
		const feedback = feedbackOf(opportunity, request.params.feedback);
		feedback.values = valuesOf(feedback.template, checked(updateSchema, request.body).fieldValues);
		feedback.updatedAt = account.now();
		account.touch(opportunity);
		response.json({ data: feedbackUpdateView(feedback, opportunity.id) });
	});
	router.delete('/opportunities/:id/feedback/:feedback', (request, response) => {
		actingUser(account, checked(performAs, request.query).perform_as);
		const { feedback } = visible(account, request);
		feedback.splice(
			feedback.indexOf(feedbackOf(visible(account, request), request.params.feedback)),
			1,
		);
		response.status(204).end();
	});
	return router;
}

/** The values by field. Refuses fields that the template has not, texts that are no option, and required fields without a value. */
function valuesOf(
	{ fields }: FeedbackTemplate,
	given: { id: string; value: string | null }[],
): Feedback['values'] {
	const values = new Map(given.map(({ id, value }) => [id, value]));
	const known = new Set(fields.map(({ id }) => id));
	const stranger = given.find(({ id }) => !known.has(id));
	if (stranger) throw invalid(`fieldValues: ${stranger.id} is not a field of the template`);
	for (const { id, text, required, options } of fields) {
		const value = values.get(id) ?? null;
		if (required && (value === null || value === ''))
			throw invalid(`fieldValues: ${text} is required`);
		if (value !== null && options && !options.some((option) => option.text === value))
			throw invalid(`fieldValues: ${value} is not an option of ${text}`);
	}
	return Object.fromEntries(fields.map(({ id }) => [id, values.get(id) ?? null]));
}

function templateOf(account: LeverAccount, id: string): FeedbackTemplate {
	const template = account.feedbackTemplates.find((candidate) => candidate.id === id);
	if (!template) throw notFound('feedback_templates', id);
	return template;
}

function feedbackOf({ feedback }: Opportunity, id: string): Feedback {
	const found = feedback.find((candidate) => candidate.id === id);
	if (!found) throw notFound('feedback', id);
	return found;
}
