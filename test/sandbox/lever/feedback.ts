import { randomUUID } from 'node:crypto';

import { Router } from 'express';
import { z } from 'zod';

import { requirePermission, requireActiveUser, getVisibleOpportunity } from './auth';
import { validate, invalid, notFound } from './errors';
import type { LeverAccount } from './LeverAccount';
import { noQuery, paginate, paginateSerialized, pageQuery } from './pagination';
import type { Feedback, FeedbackTemplate, Opportunity } from './records';
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

/** Feedback forms and their templates (docs/lever-api.md, Feedback). */
export function feedbackRouter(account: LeverAccount): Router {
	const router = Router();
	router.get(
		'/feedback_templates',
		requirePermission('feedback_templates'),
		(request, response) => {
			response.json(
				paginateSerialized(
					serializeTemplate,
					account.feedbackTemplates,
					validate(listQuery, request.query),
				),
			);
		},
	);
	router.get(
		'/feedback_templates/:template',
		requirePermission('feedback_templates'),
		(request, response) => {
			validate(noQuery, request.query);
			response.json({
				data: serializeTemplate(getTemplate(account, String(request.params.template))),
			});
		},
	);
	router.use('/opportunities/:id/feedback', requirePermission('feedback'));
	router.get('/opportunities/:id/feedback', (request, response) => {
		response.json(
			paginate(
				getVisibleOpportunity(account, request).feedback.map(serializeFeedback),
				validate(listQuery, request.query),
			),
		);
	});
	router.get('/opportunities/:id/feedback/:feedback', (request, response) => {
		validate(noQuery.or(performAs), request.query);
		response.json({
			data: serializeFeedback(
				getFeedback(getVisibleOpportunity(account, request), request.params.feedback),
			),
		});
	});
	router.post('/opportunities/:id/feedback', (request, response) => {
		const user = requireActiveUser(account, validate(performAs, request.query).perform_as);
		const opportunity = getVisibleOpportunity(account, request);
		const {
			baseTemplateId,
			panel,
			fieldValues: given,
			createdAt = account.now(),
			completedAt,
		} = validate(createSchema, request.body);
		if (panel !== undefined) throw notFound('panels', panel);
		const template = getTemplate(account, baseTemplateId);
		const feedback: Feedback = {
			id: randomUUID(),
			template,
			values: validateValues(template, given),
			user,
			createdAt,
			completedAt: completedAt ?? createdAt,
			updatedAt: null,
			deletedAt: null,
		};
		opportunity.feedback.push(feedback);
		account.markUpdated(opportunity);
		response.status(201).json({ data: serializeFeedback(feedback) });
	});
	router.put('/opportunities/:id/feedback/:feedback', (request, response) => {
		requireActiveUser(account, validate(performAs, request.query).perform_as);
		const opportunity = getVisibleOpportunity(account, request);
		const feedback = getFeedback(opportunity, request.params.feedback);
		feedback.values = validateValues(
			feedback.template,
			validate(updateSchema, request.body).fieldValues,
		);
		feedback.updatedAt = account.now();
		account.markUpdated(opportunity);
		response.json({ data: serializeFeedbackUpdate(feedback, opportunity.id) });
	});
	router.delete('/opportunities/:id/feedback/:feedback', (request, response) => {
		requireActiveUser(account, validate(performAs, request.query).perform_as);
		const { feedback } = getVisibleOpportunity(account, request);
		feedback.splice(
			feedback.indexOf(
				getFeedback(getVisibleOpportunity(account, request), request.params.feedback),
			),
			1,
		);
		response.status(204).end();
	});
	return router;
}

/** Returns the values by field. Throws a 400 for unknown fields, values that aren't an option, and missing required values. */
function validateValues(
	{ fields }: FeedbackTemplate,
	given: { id: string; value: string | null }[],
): Feedback['values'] {
	const values = new Map(given.map(({ id, value }) => [id, value]));
	const known = new Set(fields.map(({ id }) => id));
	const unknownField = given.find(({ id }) => !known.has(id));
	if (unknownField) throw invalid(`fieldValues: ${unknownField.id} is not a field of the template`);
	for (const { id, text, required, options } of fields) {
		const value = values.get(id) ?? null;
		if (required && (value === null || value === ''))
			throw invalid(`fieldValues: ${text} is required`);
		if (value !== null && options && !options.some((option) => option.text === value))
			throw invalid(`fieldValues: ${value} is not an option of ${text}`);
	}
	return Object.fromEntries(fields.map(({ id }) => [id, values.get(id) ?? null]));
}

function getTemplate(account: LeverAccount, id: string): FeedbackTemplate {
	const template = account.feedbackTemplates.find((candidate) => candidate.id === id);
	if (!template) throw notFound('feedback_templates', id);
	return template;
}

function getFeedback({ feedback }: Opportunity, id: string): Feedback {
	const found = feedback.find((candidate) => candidate.id === id);
	if (!found) throw notFound('feedback', id);
	return found;
}

export function serializeTemplate(template: FeedbackTemplate): Record<string, unknown> {
	return { ...template, stage: null };
}

/** A feedback form with its values (docs/lever-api.md, Feedback). */
export function serializeFeedback(feedback: Feedback): Record<string, unknown> {
	const { id, template, user, createdAt, completedAt, updatedAt, deletedAt } = feedback;
	return {
		id,
		type: 'interview',
		text: template.text,
		instructions: template.instructions,
		fields: serializeFields(feedback),
		baseTemplateId: template.id,
		interview: null,
		panel: null,
		user,
		createdAt,
		completedAt,
		updatedAt,
		deletedAt,
	};
}

/** The different record that answers an update (docs/lever-api.md, Feedback). */
export function serializeFeedbackUpdate(
	feedback: Feedback,
	profileId: string,
): Record<string, unknown> {
	const { id, template, user, createdAt, completedAt, updatedAt } = feedback;
	return {
		accountId: 'sandbox',
		createdAt,
		userId: user,
		profileId,
		baseTemplateId: template.id,
		text: template.text,
		instructions: template.instructions,
		type: 'interview',
		fields: serializeFields(feedback),
		completedAt,
		updatedAt,
		id,
	};
}

function serializeFields({ template, values }: Feedback): Record<string, unknown>[] {
	return template.fields.map((field) => ({ ...field, value: values[field.id] ?? null }));
}
