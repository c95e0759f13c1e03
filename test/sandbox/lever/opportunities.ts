import { Router } from 'express';
import { z } from 'zod';

import { needs } from './access';
import { changesRouter } from './changeOpportunity';
import { createRouter } from './createOpportunity';
import { checked, notFound } from './errors';
import type { LeverAccount } from './LeverAccount';
import { filtersSchema, fits } from './opportunityFilters';
import { many, milliseconds, noQuery, page, pageOf, pageQuery } from './pages';
import { refuseConfidential, visible } from './visible';
import { applicationView, EXPANDABLE, onlyIncluded, opportunityView } from './views';

const view = {
	expand: many.pipe(z.array(z.enum(EXPANDABLE))).default([]),
	include: many.optional(),
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
	router.use('/opportunities', needs('opportunities'));

	router.get('/opportunities', (request, response) => {
		const { limit, offset, expand, include, ...filters } = checked(listSchema, request.query);
		if (filters.confidentiality !== 'non-confidential') refuseConfidential(request);
		const show = (opportunity: (typeof account.opportunities)[number]) =>
			onlyIncluded(opportunityView(account, opportunity, expand), include, expand);
		response.json(
			pageOf(show, account.opportunities, { limit, offset }, (opportunity) =>
				fits(account, opportunity, filters),
			),
		);
	});
	router.get('/opportunities/deleted', (request, response) => {
		const {
			deleted_at_start: from,
			deleted_at_end: to = Infinity,
			...paging
		} = checked(deletedSchema, request.query);
		const show = ({ id, deletedAt }: (typeof account.deleted)[number]) => ({
			id,
			deletedAt,
			deletedBy: null,
		});
		response.json(
			pageOf(
				show,
				account.deleted,
				paging,
				({ deletedAt }) => deletedAt >= from && deletedAt <= to,
			),
		);
	});
	router.get('/opportunities/:id', (request, response) => {
		const { expand, include } = checked(z.object(view).strict(), request.query);
		response.json({
			data: onlyIncluded(
				opportunityView(account, visible(account, request), expand),
				include,
				expand,
			),
		});
	});
	router.get('/opportunities/:id/applications', (request, response) => {
		const paging = checked(z.object(pageQuery).strict(), request.query);
		const opportunity = visible(account, request);
		response.json(
			page(opportunity.application ? [applicationView(account, opportunity)] : [], paging),
		);
	});
	router.get('/opportunities/:id/applications/:application', (request, response) => {
		checked(noQuery, request.query);
		const opportunity = visible(account, request);
		if (opportunity.application?.id !== request.params.application)
			throw notFound('applications', request.params.application);
		response.json({ data: applicationView(account, opportunity) });
	});
	router.use(createRouter(account), changesRouter(account));
	return router;
}
