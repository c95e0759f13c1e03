import { Router } from 'express';
import { z } from 'zod';

import { requirePermission } from './auth';
import { normalizeEmail } from './ContactIndex';
import { validate, notFound } from './errors';
import type { LeverAccount } from './LeverAccount';
import { repeatable, noQuery, paginate, paginateSerialized, pageQuery } from './pagination';
import { serializeContact, serializeUser } from './serialize';

const listSchema = z.object(pageQuery).strict();
const usersSchema = z
	.object({
		...pageQuery,
		email: z.string().optional(),
		accessRole: repeatable.optional(),
		'accessRole[]': repeatable.optional(),
		includeDeactivated: z.enum(['true', 'false']).optional(),
		external_directory_id: z.string().optional(),
	})
	.strict();
const contactSchema = z
	.object({
		name: z.string(),
		headline: z.string(),
		location: z.string(),
		emails: z.array(z.string()),
		phones: z.array(
			z.object({ value: z.string(), type: z.string().nullable().default(null) }).strict(),
		),
	})
	.partial()
	.strict();

/** Stages, archive reasons, tags, sources, users and contacts (docs/lever-api.md, Contacts and Reference lists). */
export function listsRouter(account: LeverAccount): Router {
	const router = Router();
	router.get('/stages', requirePermission('stages'), (request, response) => {
		response.json(paginate(account.stages, validate(listSchema, request.query)));
	});
	addGetById(router, 'stages', () => account.stages);
	router.get('/disposition_stages', requirePermission('stages'), (request, response) => {
		validate(noQuery, request.query);
		const stages = account.stages.map((stage, index) => ({
			...stage,
			pipeline: stage.id.startsWith('lead') ? 'lead' : 'applicant',
			rank: index + 1,
			hasInterview: false,
		}));
		response.json({ data: { stages, archiveReasons: account.archiveReasons } });
	});
	router.get('/archive_reasons', requirePermission('archive_reasons'), (request, response) => {
		const { type, ...paging } = validate(
			z.object({ ...pageQuery, type: z.enum(['hired', 'non-hired']).optional() }).strict(),
			request.query,
		);
		response.json(
			paginate(account.archiveReasons, paging, (reason) => (type ?? reason.type) === reason.type),
		);
	});
	addGetById(router, 'archive_reasons', () => account.archiveReasons);
	for (const kind of ['tags', 'sources'] as const) {
		router.get(`/${kind}`, requirePermission(kind), (request, response) => {
			response.json(paginate(countTexts(account, kind), validate(listSchema, request.query)));
		});
	}
	router.get('/users', requirePermission('users'), (request, response) => {
		const {
			email,
			accessRole,
			'accessRole[]': roles = accessRole,
			includeDeactivated,
			external_directory_id: external,
			...paging
		} = validate(usersSchema, request.query);
		response.json(
			paginateSerialized(
				serializeUser,
				account.users,
				paging,
				(user) =>
					(includeDeactivated === 'true' || user.deactivatedAt === null) &&
					(email === undefined || normalizeEmail(email) === normalizeEmail(user.email)) &&
					(roles?.includes(user.accessRole) ?? true) &&
					external === undefined,
			),
		);
	});
	addGetById(router, 'users', () =>
		account.users.map((user) => ({ ...serializeUser(user), id: user.id })),
	);
	router.get('/contacts/:id', requirePermission('contact'), (request, response) => {
		validate(noQuery, request.query);
		response.json({ data: serializeContact(account.getContact(String(request.params.id))) });
	});
	router.put('/contacts/:id', requirePermission('contact'), (request, response) => {
		validate(noQuery, request.query);
		const { id } = account.getContact(String(request.params.id));
		response.json({
			data: serializeContact(account.updateContact(id, validate(contactSchema, request.body))),
		});
	});
	return router;
}

function addGetById(router: Router, name: string, all: () => { id: string }[]): void {
	router.get(`/${name}/:id`, requirePermission(name), (request, response) => {
		validate(noQuery, request.query);
		const record = all().find(({ id }) => id === request.params.id);
		if (!record) throw notFound(name, String(request.params.id));
		response.json({ data: record });
	});
}

function countTexts(
	account: LeverAccount,
	kind: 'tags' | 'sources',
): { text: string; count: number }[] {
	const counts = new Map<string, number>();
	for (const opportunity of account.opportunities)
		for (const text of opportunity[kind]) counts.set(text, (counts.get(text) ?? 0) + 1);
	return [...counts].map(([text, count]) => ({ text, count }));
}
