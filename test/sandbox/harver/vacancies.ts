import { Router } from 'express';
import { z } from 'zod';

import { STATUSES } from './applications';
import { validate, noQuery } from './errors';
import type { HarverAccount } from './HarverAccount';
import type { Application, Vacancy } from './records';

const seconds = (milliseconds: number): number => Math.floor(milliseconds / 1000);
const patchSchema = z
	.object({ attributes: z.object({ status: z.enum(['draft', 'open', 'closed']) }).strict() })
	.strict();
const vacancySchema = z
	.object({ 'filter[skip_aggregation]': z.enum(['true', 'false']).optional() })
	.strict();
const epochSeconds = z.coerce.number().int();
const candidatesSchema = z
	.object({
		'filter[status]': z.enum(STATUSES).optional(),
		'filter[status-updated-at][since]': epochSeconds.default(0),
		'filter[status-updated-at][until]': epochSeconds.optional(),
	})
	.strict();

/** Vacancies and their candidates (docs/harver-api.md, Vacancies). */
export function vacanciesRouter(account: HarverAccount): Router {
	const router = Router();
	router.get('/vacancies/:id', (request, response) => {
		const { 'filter[skip_aggregation]': skip } = validate(vacancySchema, request.query);
		response.json({
			data: serializeVacancy(account, account.getVacancy(request.params.id), skip !== 'true'),
		});
	});
	router.patch('/vacancies/:id', (request, response) => {
		validate(noQuery, request.query);
		account.getVacancy(request.params.id).status = validate(
			patchSchema,
			request.body,
		).attributes.status;
		response.status(204).end();
	});
	router.get('/vacancies/:id/candidates', (request, response) => {
		const query = validate(candidatesSchema, request.query);
		const { id } = account.getVacancy(request.params.id);
		const since = query['filter[status-updated-at][since]'];
		const until = query['filter[status-updated-at][until]'] ?? Infinity;
		const ofVacancy = account.applications.filter(({ vacancyId }) => vacancyId === id);
		const found = ofVacancy.filter(
			({ status, statusUpdatedAt }) =>
				(query['filter[status]'] ?? status) === status &&
				seconds(statusUpdatedAt) >= since &&
				seconds(statusUpdatedAt) <= until,
		);
		response.json({
			data: found.map(serializeCandidate),
			included: found.map(serializeApplication),
			meta: { count: found.length, ...countPerStatus(ofVacancy) },
		});
	});
	return router;
}

/** A vacancy as Harver returns it, with the number of candidates per status if `withCounts` is set. */
export function serializeVacancy(
	account: HarverAccount,
	{ id, name, createdAt, accountId }: Vacancy,
	withCounts = false,
): Record<string, unknown> {
	return {
		type: 'vacancies',
		id,
		attributes: {
			name,
			title: name,
			description: '',
			location: 'Amsterdam',
			createdAt: seconds(createdAt),
			applicationUrl: `${account.publicUrl()}/apply/${id}`,
			account: accountId,
		},
		...(withCounts
			? {
					meta: {
						'candidates-per-status': countPerStatus(
							account.applications.filter(({ vacancyId }) => vacancyId === id),
						),
					},
				}
			: {}),
	};
}

function countPerStatus(applications: Application[]): Record<string, number> {
	return Object.fromEntries(
		STATUSES.map((status) => [
			status,
			applications.filter((application) => application.status === status).length,
		]),
	);
}

function serializeCandidate({ id, candidate, appliedAt }: Application): Record<string, unknown> {
	const { emailAddress, firstName, lastName, language = 'en-US' } = candidate;
	return {
		type: 'candidates',
		id: candidate.id,
		attributes: {
			emailAddress,
			fullName: `${firstName} ${lastName}`,
			firstName,
			lastName,
			language,
			address: '',
			registeredAt: seconds(appliedAt),
		},
		relationships: { application: { data: { type: 'applications', id } } },
	};
}

function serializeApplication({
	id,
	status,
	matchingScore,
	appliedAt,
	statusUpdatedAt,
}: Application): Record<string, unknown> {
	return {
		type: 'applications',
		id,
		attributes: {
			appliedAt: seconds(appliedAt),
			status,
			matchingScore,
			statusUpdatedAt: seconds(statusUpdatedAt),
			locations: [],
			jobFunctions: [],
		},
	};
}
