import { Router } from 'express';
import { z } from 'zod';

import { needs } from './access';
import { canonical } from './Contacts';
import { checked, notFound } from './errors';
import type { LeverAccount } from './LeverAccount';
import { many, noQuery, page, pageOf, pageQuery } from './pages';
import { contactView, userView } from './views';

const listSchema = z.object(pageQuery).strict();
const usersSchema = z
	.object({
		...pageQuery,
		email: z.string().optional(),
		accessRole: many.optional(),
		'accessRole[]': many.optional(),
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
	router.get('/stages', needs('stages'), (request, response) => {
		response.json(page(account.stages, checked(listSchema, request.query)));
	});
	one(router, 'stages', () => account.stages);
	router.get('/disposition_stages', needs('stages'), (request, response) => {
		checked(noQuery, request.query);
		const stages = account.stages.map((stage, index) => ({
			...stage,
			pipeline: stage.id.startsWith('lead') ? 'lead' : 'applicant',
			rank: index + 1,
			hasInterview: false,
		}));
		response.json({ data: { stages, archiveReasons: account.archiveReasons } });
	});
	router.get('/archive_reasons', needs('archive_reasons'), (request, response) => {
		const { type, ...paging } = checked(
			z.object({ ...pageQuery, type: z.enum(['hired', 'non-hired']).optional() }).strict(),
			request.query,
		);
		response.json(
			page(account.archiveReasons, paging, (reason) => (type ?? reason.type) === reason.type),
		);
	});
	one(router, 'archive_reasons', () => account.archiveReasons);
	for (const kind of ['tags', 'sources'] as const) {
		router.get(`/${kind}`, needs(kind), (request, response) => {
			response.json(page(counted(account, kind), checked(listSchema, request.query)));
		});
	}
	router.get('/users', needs('users'), (request, response) => {
		const {
			email,
			accessRole,
			'accessRole[]': roles = accessRole,
			includeDeactivated,
			external_directory_id: external,
			...paging
		} = checked(usersSchema, request.query);
		response.json(
			pageOf(
				userView,
				account.users,
				paging,
				(user) =>
					(includeDeactivated === 'true' || user.deactivatedAt === null) &&
					(email === undefined || canonical(email) === canonical(user.email)) &&
					(roles?.includes(user.accessRole) ?? true) &&
					external === undefined,
			),
		);
	});
	one(router, 'users', () => account.users.map((user) => ({ ...userView(user), id: user.id })));
	router.get('/contacts/:id', needs('contact'), (request, response) => {
		checked(noQuery, request.query);
		response.json({ data: contactView(account.contact(String(request.params.id))) });
	});
	router.put('/contacts/:id', needs('contact'), (request, response) => {
		checked(noQuery, request.query);
		const { id } = account.contact(String(request.params.id));
		response.json({
			data: contactView(account.changeContact(id, checked(contactSchema, request.body))),
		});
	});
	return router;
}

function one(router: Router, name: string, all: () => { id: string }[]): void {
	router.get(`/${name}/:id`, needs(name), (request, response) => {
		checked(noQuery, request.query);
		const record = all().find(({ id }) => id === request.params.id);
		if (!record) throw notFound(name, String(request.params.id));
		response.json({ data: record });
	});
}

function counted(
	account: LeverAccount,
	kind: 'tags' | 'sources',
): { text: string; count: number }[] {
	const counts = new Map<string, number>();
	for (const opportunity of account.opportunities)
		for (const text of opportunity[kind]) counts.set(text, (counts.get(text) ?? 0) + 1);
	return [...counts].map(([text, count]) => ({ text, count }));
}
