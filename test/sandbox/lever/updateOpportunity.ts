import { Router } from 'express';
import { z } from 'zod';

import { validate } from './errors';
import type { LeverAccount } from './LeverAccount';
import type { Opportunity } from './records';
import { serializeWithoutContactDetails, serializeOpportunity } from './serialize';
import { requireActiveUser, getVisibleOpportunity } from './auth';

const performAs = z.object({ perform_as: z.string().optional() }).strict();
const texts = z.array(z.string().min(1)).min(1);
const stageSchema = z.object({ stage: z.string() }).strict();
const archivedSchema = z
	.object({
		reason: z.string().nullable(),
		cleanInterviews: z.boolean().optional(),
		requisitionId: z.string().optional(),
	})
	.strict();

interface Update<T> {
	method: 'put' | 'post';
	/** The last part of the path. */
	action: string;
	body: z.ZodType<T, z.ZodTypeDef, unknown>;
	apply: (opportunity: Opportunity, body: T, user: string | null) => void;
	/** Whether the answer has contact details; for most updates they are blank (docs/lever-api.md, Opportunities). */
	withContactDetails?: boolean;
}

/** Updates of the stage, archive state, tags, sources and links (docs/lever-api.md, Opportunities). */
export function updateRouter(account: LeverAccount): Router {
	const router = Router();
	const route = <T>({
		method,
		action,
		body,
		apply,
		withContactDetails = false,
	}: Update<T>): void => {
		router[method](`/opportunities/:id/${action}`, (request, response) => {
			const { perform_as: user } = validate(performAs, request.query);
			if (user !== undefined) requireActiveUser(account, user);
			const opportunity = getVisibleOpportunity(account, request);
			apply(opportunity, validate(body, request.body), user ?? null);
			account.markUpdated(opportunity);
			response.json({
				data: withContactDetails
					? serializeOpportunity(account, opportunity)
					: serializeWithoutContactDetails(account, opportunity),
			});
		});
	};
	route({
		method: 'put',
		action: 'stage',
		body: stageSchema,
		apply: ({ id }, { stage }, user) => {
			account.moveToStage(id, stage, user);
		},
	});
	route({
		method: 'put',
		action: 'archived',
		body: archivedSchema,
		apply: ({ id }, { reason }) => {
			account.archive(id, reason);
		},
	});
	for (const [field, withContactDetails] of [
		['tags', false],
		['sources', false],
		['links', true],
	] as const) {
		const name = `${field.charAt(0).toUpperCase()}${field.slice(1)}`;
		const body = z.object({ [field]: texts }).strict();
		route({
			method: 'post',
			action: `add${name}`,
			body,
			withContactDetails,
			apply: (opportunity, given) => {
				addValues(getOwner(account, opportunity, field), field, given[field] ?? []);
			},
		});
		route({
			method: 'post',
			action: `remove${name}`,
			body,
			withContactDetails,
			apply: (opportunity, given) => {
				removeValues(getOwner(account, opportunity, field), field, given[field] ?? []);
			},
		});
	}
	return router;
}

type Lists = Partial<Record<'tags' | 'sources' | 'links', string[]>>;

/** Links belong to the contact, the others to the opportunity. */
function getOwner(account: LeverAccount, opportunity: Opportunity, field: keyof Lists): Lists {
	return field === 'links' ? account.getContactFor(opportunity) : opportunity;
}

/** Adds values to a list without duplicates. */
export function addValues(holder: Lists, field: keyof Lists, values: string[]): void {
	holder[field] = [...new Set([...(holder[field] ?? []), ...values])];
}

/** Removes values from a list; those that aren't in it are ignored. */
export function removeValues(holder: Lists, field: keyof Lists, values: string[]): void {
	holder[field] = (holder[field] ?? []).filter((value) => !values.includes(value));
}
