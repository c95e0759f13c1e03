import type { Feedback, FeedbackTemplate } from './records';

export function templateView(template: FeedbackTemplate): Record<string, unknown> {
	return { ...template, stage: null };
}

/** A feedback form with its values, as Lever answers it (docs/lever-api.md, Feedback). */
export function feedbackView(feedback: Feedback): Record<string, unknown> {
	const { id, template, user, createdAt, completedAt, updatedAt, deletedAt } = feedback;
	return {
		id,
		type: 'interview',
		text: template.text,
		instructions: template.instructions,
		fields: fieldsOf(feedback),
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

/** The answer to an update is another record (docs/lever-api.md, Feedback). */
export function feedbackUpdateView(feedback: Feedback, profileId: string): Record<string, unknown> {
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
		fields: fieldsOf(feedback),
		completedAt,
		updatedAt,
		id,
	};
}

function fieldsOf({ template, values }: Feedback): Record<string, unknown>[] {
	return template.fields.map((field) => ({ ...field, value: values[field.id] ?? null }));
}
