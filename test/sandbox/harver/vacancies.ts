import { Router } from 'express';
import { z } from 'zod';

import { STATUSES } from './applications';
import { checked, HarverError } from './errors';
import { HARVER_ACCOUNT, type HarverAccount, type Vacancy } from './HarverAccount';

const status = z.enum(['draft', 'open', 'closed']);
const boolean = z.enum(['true', 'false']);
const listSchema = z.object({ 'filter[status]': status.optional(), 'filter[skip_aggregation]': boolean.optional() }).strict();
const patchSchema = z.object({ attributes: z.object({ status }).strict() }).strict();
const candidatesSchema = z
	.object({
		'filter[status]': z.enum(STATUSES).optional(),
		'filter[status-updated-at][since]': z.coerce.number().int().optional(),
		'filter[status-updated-at][until]': z.coerce.number().int().optional(),
	})
	.strict();

/** Accounts, vacancies and their candidates (contract harver, Calls). */
export function vacanciesRouter(account: HarverAccount): Router {
	const router = Router();
	router.get('/accounts', (_request, response) => {
		response.json({ data: [{ type: 'accounts', id: HARVER_ACCOUNT, attributes: { name: 'Sandbox Company', domain: 'sandbox' }, relationships: {} }] });
	});
	router.get('/accounts/:id/vacancies', (request, response) => {
		const { 'filter[status]': wanted } = checked(listSchema, request.query);
		if (request.params.id !== HARVER_ACCOUNT) throw new HarverError(403, 'No access to this account', 'plain');
		const vacancies = account.vacancies.filter((vacancy) => (wanted ?? vacancy.status) === vacancy.status);
		response.json({ data: vacancies.map((vacancy) => view(account, vacancy)), meta: { count: vacancies.length } });
	});
	router.get('/vacancies/:id', (request, response) => {
		checked(z.object({ 'filter[skip_aggregation]': boolean.optional(), include: z.string().optional() }).strict(), request.query);
		response.json({ data: view(account, account.vacancy(request.params.id)) });
	});
	router.patch('/vacancies/:id', (request, response) => {
		account.vacancy(request.params.id).status = checked(patchSchema, request.body).attributes.status;
		response.status(204).end();
	});
	router.get('/vacancies/:id/candidates', (request, response) => {
		const query = checked(candidatesSchema, request.query);
		const { id } = account.vacancy(request.params.id);
		const since = query['filter[status-updated-at][since]'] ?? 0;
		const until = query['filter[status-updated-at][until]'] ?? Infinity;
		const found = account.applications.filter(({ vacancyId, status: now, statusUpdatedAt }) => vacancyId === id && (query['filter[status]'] ?? now) === now && statusUpdatedAt / 1000 >= since && statusUpdatedAt / 1000 <= until);
		response.json({
			data: found.map(({ id: application, candidate: { id: candidate, emailAddress, firstName, lastName } }) => ({
				type: 'candidates',
				id: candidate,
				attributes: { emailAddress, fullName: `${firstName} ${lastName}`, firstName, lastName },
				relationships: { application: { data: { type: 'applications', id: application } } },
			})),
			included: found.map(({ id: application, status: now, matchingScore, statusUpdatedAt }) => ({ type: 'applications', id: application, attributes: { status: now, matchingScore, statusUpdatedAt: Math.floor(statusUpdatedAt / 1000) } })),
		});
	});
	router.get('/candidate-statuses', (_request, response) => {
		response.json({ data: STATUSES.map((id) => ({ type: 'candidate-statuses', id, attributes: { label: id } })) });
	});
	return router;
}

function view(account: HarverAccount, { id, name, status: now }: Vacancy): Record<string, unknown> {
	return { type: 'vacancies', id, attributes: { name, title: name, location: 'Amsterdam', createdAt: 1_760_000_000, applicationUrl: `${account.publicUrl()}/apply/${id}` }, meta: { status: now }, relationships: {} };
}
