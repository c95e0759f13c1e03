import { Router } from 'express';
import { z } from 'zod';

import { checked } from './errors';
import type { LeverAccount } from './LeverAccount';
import type { Opportunity } from './records';
import { blankedView, opportunityView } from './views';
import { actingUser, visible } from './visible';

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

interface Change<T> {
	method: 'put' | 'post';
	/** The last part of the path. */
	action: string;
	body: z.ZodType<T, z.ZodTypeDef, unknown>;
	act: (opportunity: Opportunity, body: T, user: string | null) => void;
	/** Most of these calls answer with blank contact details; addLinks does not (docs/lever-api.md, Opportunities). */
	complete?: boolean;
}

/** The calls that change one thing about an opportunity: stage, archive state, tags, sources, links (docs/lever-api.md, Opportunities). */
export function changesRouter(account: LeverAccount): Router {
	const router = Router();
	const route = <T>({ method, action, body, act, complete = false }: Change<T>): void => {
		router[method](`/opportunities/:id/${action}`, (request, response) => {
			const { perform_as: user } = checked(performAs, request.query);
			if (user !== undefined) actingUser(account, user);
			const opportunity = visible(account, request);
			act(opportunity, checked(body, request.body), user ?? null);
			account.touch(opportunity);
			response.json({
				data: complete ? opportunityView(account, opportunity) : blankedView(account, opportunity),
			});
		});
	};
	route({
		method: 'put',
		action: 'stage',
		body: stageSchema,
		act: ({ id }, { stage }, user) => {
			account.moveToStage(id, stage, user);
		},
	});
	route({
		method: 'put',
		action: 'archived',
		body: archivedSchema,
		act: ({ id }, { reason }) => {
			account.archive(id, reason);
		},
	});
	for (const [field, complete] of [
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
			complete,
			act: (opportunity, given) => {
				add(holder(account, opportunity, field), field, given[field] ?? []);
			},
		});
		route({
			method: 'post',
			action: `remove${name}`,
			body,
			complete,
			act: (opportunity, given) => {
				remove(holder(account, opportunity, field), field, given[field] ?? []);
			},
		});
	}
	return router;
}

type Lists = Partial<Record<'tags' | 'sources' | 'links', string[]>>;

/** Links are kept with the contact, the others with the opportunity. */
function holder(account: LeverAccount, opportunity: Opportunity, field: keyof Lists): Lists {
	return field === 'links' ? account.contactOf(opportunity) : opportunity;
}

/** Adds to a list that is a set. */
export function add(holder: Lists, field: keyof Lists, values: string[]): void {
	holder[field] = [...new Set([...(holder[field] ?? []), ...values])];
}

/** Takes out of a list what is in it; the rest is ignored. */
export function remove(holder: Lists, field: keyof Lists, values: string[]): void {
	holder[field] = (holder[field] ?? []).filter((value) => !values.includes(value));
}
