import { Router } from 'express';
import { z } from 'zod';

import { needs } from './access';
import { checked, notFound } from './errors';
import type { LeverAccount } from './LeverAccount';
import { many, milliseconds, page, pageQuery } from './pages';
import { contactView } from './views';

const listSchema = z.object(pageQuery).strict();
const usersSchema = z.object({ ...pageQuery, email: z.string().optional(), accessRole: many.optional(), includeDeactivated: z.enum(['true', 'false']).optional(), external_directory_id: z.string().optional() }).strict();
const postingsSchema = z
	.object({
		...pageQuery,
		include: many.optional(),
		expand: many.optional(),
		state: z.enum(['published', 'internal', 'closed', 'draft', 'pending', 'rejected']).optional(),
		distributionChannel: many.optional(),
		confidentiality: z.string().optional(),
		group: z.enum(['location', 'team', 'department', 'commitment']).optional(),
		team: many.optional(),
		department: many.optional(),
		location: many.optional(),
		commitment: many.optional(),
		level: many.optional(),
		tag: many.optional(),
		updated_at_start: milliseconds.optional(),
		updated_at_end: milliseconds.optional(),
	})
	.strict()
	.refine((query) => query.updated_at_start === undefined || query.state === undefined, 'updated_at_start can only be combined with confidentiality');

/** Stages, archive reasons, tags, sources, users, contacts and postings (contract lever §2.2, §2.8, §2.9). */
export function listsRouter(account: LeverAccount): Router {
	const router = Router();
	records(router, 'stages', () => account.stages);
	router.get('/archive_reasons', needs('archive_reasons'), (request, response) => {
		const { type, ...paging } = checked(z.object({ ...pageQuery, type: z.enum(['hired', 'non-hired']).optional() }).strict(), request.query);
		response.json(page(account.archiveReasons.filter((reason) => (type ?? reason.type) === reason.type), paging));
	});
	one(router, 'archive_reasons', () => account.archiveReasons);
	router.get('/tags', needs('tags'), (request, response) => {
		response.json(page(counted(account.opportunities.flatMap(({ tags }) => tags)), checked(listSchema, request.query)));
	});
	router.get('/sources', needs('sources'), (request, response) => {
		response.json(page(counted(account.opportunities.flatMap(({ sources }) => sources)), checked(listSchema, request.query)));
	});
	router.get('/users', needs('users'), (request, response) => {
		const { email, accessRole, includeDeactivated, ...paging } = checked(usersSchema, request.query);
		const users = account.users.filter((user) => (includeDeactivated === 'true' || user.deactivatedAt === null) && (email ?? user.email) === user.email && (accessRole?.includes(user.accessRole) ?? true));
		response.json(page(users, paging));
	});
	one(router, 'users', () => account.users);
	router.get('/contacts/:id', needs('contact'), (request, response) => {
		const contact = account.contacts.find(({ id }) => id === request.params.id);
		if (!contact) throw notFound('contacts', String(request.params.id));
		response.json({ data: contactView(contact) });
	});
	router.get('/postings', needs('postings'), (request, response) => {
		const { state, tag, team, location, department, commitment, ...paging } = checked(postingsSchema, request.query);
		const postings = account.postings.filter(
			({ tags, categories, ...posting }) =>
				(state ?? posting.state) === posting.state &&
				(tag?.some((wanted) => tags.includes(wanted)) ?? true) &&
				(team?.includes(categories.team) ?? true) &&
				(location?.includes(categories.location) ?? true) &&
				(department?.includes(categories.department) ?? true) &&
				(commitment?.includes(categories.commitment) ?? true),
		);
		response.json(page(postings, paging));
	});
	one(router, 'postings', () => account.postings);
	router.post('/postings/:id/apply', needs('postings'), (request, response) => {
		const posting = account.posting(String(request.params.id));
		const { personalInformation } = checked(z.object({ postId: z.string().optional(), personalInformation: z.array(z.object({ name: z.string(), value: z.string() }).strict()) }).strict(), request.body);
		const given = new Map(personalInformation.map(({ name, value }) => [name, value]));
		const email = given.get('email');
		const { opportunity } = account.addOpportunity({ name: given.get('fullName') ?? '', emails: email === undefined ? [] : [email], posting: posting.id, stage: 'applicant-new', origin: 'applied' });
		response.status(201).json({ data: { applicationId: opportunity.application?.id } });
	});
	return router;
}

function records(router: Router, name: string, all: () => { id: string }[]): void {
	router.get(`/${name}`, needs(name), (request, response) => {
		response.json(page(all(), checked(listSchema, request.query)));
	});
	one(router, name, all);
}

function one(router: Router, name: string, all: () => { id: string }[]): void {
	router.get(`/${name}/:id`, needs(name), (request, response) => {
		const record = all().find(({ id }) => id === request.params.id);
		if (!record) throw notFound(name, String(request.params.id));
		response.json({ data: record });
	});
}

function counted(texts: string[]): { text: string; count: number }[] {
	const counts = new Map<string, number>();
	for (const text of texts) counts.set(text, (counts.get(text) ?? 0) + 1);
	return [...counts].map(([text, count]) => ({ text, count }));
}
