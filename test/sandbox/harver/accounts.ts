import { Router } from 'express';
import { z } from 'zod';

import { STATUSES } from './applications';
import { validate, HarverError, noQuery, notFound } from './errors';
import { HARVER_ACCOUNT, type HarverAccount } from './HarverAccount';
import { serializeVacancy } from './vacancies';

const vacanciesSchema = z
	.object({
		'filter[status]': z.enum(['draft', 'open', 'closed']).optional(),
		'filter[locations]': z.string().optional(),
		'filter[regions]': z.string().optional(),
		'filter[external_location_id]': z.string().optional(),
		'filter[skip_aggregation]': z.enum(['true', 'false']).optional(),
	})
	.strict();

/** The lists that a Harver admin maintains. */
const LISTS = {
	rejectionReasons: [
		{
			type: 'rejection-reasons',
			id: '6a0000000000000000000001',
			attributes: { name: 'Not enough experience' },
		},
		{
			type: 'rejection-reasons',
			id: '6a0000000000000000000002',
			attributes: { name: 'Position filled' },
		},
	],
	regions: [
		{ type: 'regions', id: '6b0000000000000000000001', attributes: { name: 'Netherlands' } },
	],
	'job-functions': [
		{
			type: 'job-functions',
			id: '6c0000000000000000000001',
			attributes: { title: 'Support', description: '', minAge: 18 },
		},
	],
	'email-templates': [
		{
			type: 'email-templates',
			id: '6d0000000000000000000001',
			attributes: {
				status: 'REJECTED',
				template: { ENG: { subject: 'Your application', content: 'Thank you for your time.' } },
			},
		},
	],
	locations: [
		{
			type: 'locations',
			id: '6e0000000000000000000001',
			attributes: {
				name: 'Amsterdam',
				address: 'Sandbox Street 1',
				externalId: 'AMS',
				hiringChance: 1,
				isActive: true,
			},
			relationships: {
				region: { data: { type: 'regions', id: '6b0000000000000000000001' } },
				'job-functions': { data: [] },
				'location-specific-questions': { data: [] },
			},
		},
	],
};

/** The account with its vacancies, candidates and lists (docs/harver-api.md, Vacancies and Reference lists). */
export function accountsRouter(account: HarverAccount): Router {
	const router = Router();
	router.get('/accounts', (request, response) => {
		validate(noQuery, request.query);
		response.json({
			data: [
				{
					type: 'accounts',
					id: HARVER_ACCOUNT,
					attributes: { name: 'Sandbox Company', domain: 'sandbox' },
					relationships: {},
				},
			],
			meta: { count: 1 },
		});
	});
	router.use('/accounts/:id', (request, _response, next) => {
		if (request.params.id !== HARVER_ACCOUNT)
			throw new HarverError(403, 'No access to this account', 'plain');
		next();
	});
	router.get('/accounts/:id/vacancies', (request, response) => {
		const { 'filter[status]': wanted, 'filter[skip_aggregation]': skip } = validate(
			vacanciesSchema,
			request.query,
		);
		const vacancies = account.vacancies.filter(({ status }) => (wanted ?? status) === status);
		response.json({
			data: vacancies.map((vacancy) => serializeVacancy(account, vacancy, skip !== 'true')),
			meta: { count: vacancies.length },
		});
	});
	router.get('/accounts/:id/candidates', (request, response) => {
		validate(noQuery, request.query);
		response.json({
			data: account.candidates.map(({ id, emailAddress, firstName, lastName }) => ({
				type: 'candidates',
				id,
				attributes: { emailAddress, firstName, lastName, address: '', registeredAt: 0 },
			})),
		});
	});
	router.get('/accounts/:id/candidates/:candidate/applications', (request, response) => {
		validate(noQuery, request.query);
		const { candidate } = request.params;
		if (!account.candidates.some(({ id }) => id === candidate)) throw notFound('Candidate');
		const found = account.applications.filter(
			(application) => application.candidate.id === candidate,
		);
		response.json({
			data: found.map(({ id, appliedAt, matchingScore, status }) => ({
				type: 'applications',
				id,
				attributes: { appliedAt: Math.floor(appliedAt / 1000), matchingScore, status },
				relationships: { candidate: { data: { type: 'candidates', id: candidate } } },
			})),
		});
	});
	for (const [name, data] of Object.entries(LISTS)) {
		router.get(`/accounts/:id/${name}`, (request, response) => {
			validate(noQuery, request.query);
			response.json({ data });
		});
	}
	router.get('/candidate-statuses', (request, response) => {
		validate(noQuery, request.query);
		response.json({
			data: STATUSES.map((id) => ({
				type: 'status',
				id,
				attributes: { label: `${id.charAt(0).toUpperCase()}${id.slice(1).replace('-', ' ')}` },
			})),
		});
	});
	router.get('/me', (request, response) => {
		validate(noQuery, request.query);
		response.json({
			data: {
				type: 'users',
				id: '6f0000000000000000000001',
				attributes: {
					firstName: 'API',
					lastName: 'Client',
					address: '',
					phoneNumber: '',
					profilePicture: '',
					registeredAt: 0,
					lastUpdatedAt: 0,
				},
			},
		});
	});
	return router;
}
