import { Router } from 'express';
import { z } from 'zod';

import { requirePermission, requireConfidentialAccess, getVisibleOpportunity } from './auth';
import { updateRouter } from './updateOpportunity';
import { createRouter } from './createOpportunity';
import { validate, notFound } from './errors';
import type { LeverAccount } from './LeverAccount';
import { filtersSchema, fits } from './opportunityFilters';
import {
	repeatable,
	milliseconds,
	noQuery,
	paginate,
	paginateSerialized,
	pageQuery,
} from './pagination';
import { serializeApplication, EXPANDABLE, pickIncluded, serializeOpportunity } from './serialize';

const view = {
	expand: repeatable.pipe(z.array(z.enum(EXPANDABLE))).default([]),
	include: repeatable.optional(),
};
const listSchema = z.object({ ...pageQuery, ...view, ...filtersSchema }).strict();
const deletedSchema = z
	.object({
		...pageQuery,
		deleted_at_start: milliseconds.default(0),
		deleted_at_end: milliseconds.optional(),
	})
	.strict();

/** The opportunities of the account (docs/lever-api.md, Opportunities and Applications). */
export function opportunitiesRouter(account: LeverAccount): Router {
	const router = Router();
	router.use('/opportunities', requirePermission('opportunities'));

	router.get('/opportunities', (request, response) => {
		const { limit, offset, expand, include, ...filters } = validate(listSchema, request.query);
		if (filters.confidentiality !== 'non-confidential') requireConfidentialAccess(request);
		const show = (opportunity: (typeof account.opportunities)[number]) =>
			pickIncluded(serializeOpportunity(account, opportunity, expand), include, expand);
		response.json(
			paginateSerialized(show, account.opportunities, { limit, offset }, (opportunity) =>
				fits(account, opportunity, filters),
			),
		);
	});
	router.get('/opportunities/deleted', (request, response) => {
		const {
			deleted_at_start: from,
			deleted_at_end: to = Infinity,
			...paging
		} = validate(deletedSchema, request.query);
		const show = ({ id, deletedAt }: (typeof account.deleted)[number]) => ({
			id,
			deletedAt,
			deletedBy: null,
		});
		response.json(
			paginateSerialized(
				show,
				account.deleted,
				paging,
				({ deletedAt }) => deletedAt >= from && deletedAt <= to,
			),
		);
	});
	router.get('/opportunities/:id', (request, response) => {
		const { expand, include } = validate(z.object(view).strict(), request.query);
		response.json({
			data: pickIncluded(
				serializeOpportunity(account, getVisibleOpportunity(account, request), expand),
				include,
				expand,
			),
		});
	});
	router.get('/opportunities/:id/applications', (request, response) => {
		const paging = validate(z.object(pageQuery).strict(), request.query);
		const opportunity = getVisibleOpportunity(account, request);
		response.json(
			paginate(opportunity.application ? [serializeApplication(account, opportunity)] : [], paging),
		);
	});
	router.get('/opportunities/:id/applications/:application', (request, response) => {
		validate(noQuery, request.query);
		const opportunity = getVisibleOpportunity(account, request);
		if (opportunity.application?.id !== request.params.application)
			throw notFound('applications', request.params.application);
		response.json({ data: serializeApplication(account, opportunity) });
	});
	router.use(createRouter(account), updateRouter(account));
	return router;
}
