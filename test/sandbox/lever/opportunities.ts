import { Router, type Request } from 'express';
import multer from 'multer';
import { z } from 'zod';

import { keyOf, needs } from './access';
import { checked, invalid, LeverError } from './errors';
import type { LeverAccount } from './LeverAccount';
import { filtersSchema, fits } from './opportunityFilters';
import { page, pageQuery, many } from './pages';
import type { Opportunity } from './records';
import { blankedView, EXPANDABLE, opportunityView } from './views';

const expandSchema = many.pipe(z.array(z.enum(EXPANDABLE))).default([]);
const texts = z.array(z.string().min(1)).min(1);
const LARGEST_FILE = 30 * 1024 * 1024;

const createSchema = z
	.object({
		name: z.string(),
		headline: z.string(),
		stage: z.string(),
		location: z.string(),
		phones: z.array(z.object({ value: z.string(), type: z.string().nullable().optional() }).strict()),
		emails: z.array(z.string()),
		links: z.array(z.string()),
		tags: z.array(z.string()),
		sources: z.array(z.string()),
		origin: z.enum(['agency', 'applied', 'internal', 'referred', 'sourced', 'university']),
		owner: z.string(),
		followers: z.array(z.string()),
		postings: z.array(z.string()).max(1, 'only one posting is allowed'),
		createdAt: z.number().int(),
		archived: z.object({ reason: z.string(), archivedAt: z.number().int().optional() }).strict(),
		contact: z.string(),
		opportunityLocation: z.string(),
	})
	.partial()
	.strict();

/** The opportunities of the account (contract lever §2.1). */
export function opportunitiesRouter(account: LeverAccount): Router {
	const router = Router();
	router.use('/opportunities', needs('opportunities'));

	router.get('/opportunities', (request, response) => {
		const { limit, offset, expand, ...filters } = checked(z.object({ ...pageQuery, expand: expandSchema, ...filtersSchema }).strict(), request.query);
		if (filters.confidentiality !== 'non-confidential' && !keyOf(request).confidential) throw new LeverError(403, 'Forbidden', 'The key has no access to confidential data');
		const found = account.opportunities.filter((opportunity) => fits(account, opportunity, filters));
		const listed = page(found, { limit, offset });
		response.json({ ...listed, data: listed.data.map((opportunity) => opportunityView(account, opportunity, expand)) });
	});

	router.get('/opportunities/deleted', (request, response) => {
		const { deleted_at_start: from, deleted_at_end: to, ...paging } = checked(
			z.object({ ...pageQuery, deleted_at_start: z.coerce.number().default(0), deleted_at_end: z.coerce.number().default(Infinity) }).strict(),
			request.query,
		);
		response.json(page(account.deleted.filter(({ deletedAt }) => deletedAt >= from && deletedAt <= to).map(({ id, deletedAt }) => ({ id, deletedAt, deletedBy: null })), paging));
	});

	router.get('/opportunities/:id', (request, response) => {
		const { expand } = checked(z.object({ expand: expandSchema, include: many.optional() }).strict(), request.query);
		response.json({ data: opportunityView(account, visible(account, request), expand) });
	});

	const upload = multer({ limits: { fileSize: LARGEST_FILE } }).fields([{ name: 'resumeFile', maxCount: 1 }, { name: 'files[]' }]);
	router.post('/opportunities', upload, (request, response) => {
		const { perform_as: user } = checked(z.object({ perform_as: z.string(), parse: z.enum(['true', 'false']).optional(), perform_as_posting_owner: z.enum(['true', 'false']).optional() }).strict(), request.query);
		actingUser(account, user);
		const { name = '', emails = [], phones = [], headline, stage, links, tags, sources, origin, contact, postings, archived } = checked(createSchema, fromForm(request));
		const { opportunity, deduped } = account.addOpportunity({
			name,
			emails,
			phones: phones.map(({ value, type }) => ({ value, type: type ?? null })),
			headline,
			stage,
			links,
			tags,
			sources,
			origin,
			contact,
			posting: postings?.[0],
		});
		if (archived) account.archive(opportunity.id, archived.reason);
		storeFiles(account, opportunity.id, request);
		response.status(201).json({ deduped, data: opportunityView(account, opportunity) });
	});

	const change = (method: 'put' | 'post', action: string, schema: z.ZodType<unknown>, act: (opportunity: Opportunity, body: never, user: string | null) => void, complete = false): void => {
		router[method](`/opportunities/:id/${action}`, (request, response) => {
			const { perform_as: user } = checked(z.object({ perform_as: z.string().optional() }).strict(), request.query);
			if (user !== undefined) actingUser(account, user);
			const opportunity = visible(account, request);
			act(opportunity, checked(schema, request.body) as never, user ?? null);
			opportunity.updatedAt = account.now();
			response.json({ data: complete ? opportunityView(account, opportunity) : blankedView(account, opportunity) });
		});
	};
	change('put', 'stage', z.object({ stage: z.string() }).strict(), ({ id }, { stage }: { stage: string }, user) => account.moveToStage(id, stage, user));
	change('put', 'archived', z.object({ reason: z.string().nullable(), cleanInterviews: z.boolean().optional(), requisitionId: z.string().optional() }).strict(), ({ id }, { reason }: { reason: string | null }) => account.archive(id, reason));
	for (const [name, field] of [['Tags', 'tags'], ['Sources', 'sources'], ['Links', 'links']] as const) {
		const holder = (opportunity: Opportunity): Record<'tags' | 'sources' | 'links', string[]> => ({ links: [], tags: [], sources: [], [field]: field === 'links' ? account.contactOf(opportunity).links : opportunity[field] });
		const set = (opportunity: Opportunity, values: string[]): void => {
			if (field === 'links') account.contactOf(opportunity).links = values;
			else opportunity[field] = values;
		};
		const schema = z.object({ [field]: texts }).strict();
		const given = (body: Record<string, string[]>): string[] => body[field] ?? [];
		change('post', `add${name}`, schema, (opportunity, body: Record<string, string[]>) => { set(opportunity, [...new Set([...holder(opportunity)[field], ...given(body)])]); }, field === 'links');
		change('post', `remove${name}`, schema, (opportunity, body: Record<string, string[]>) => { set(opportunity, holder(opportunity)[field].filter((value) => !given(body).includes(value))); }, field === 'links');
	}
	return router;
}

/** The opportunity of the path, unless it is confidential and the key may not see it (contract lever §5.4). */
export function visible(account: LeverAccount, request: Request): Opportunity {
	const opportunity = account.opportunity(String(request.params.id));
	if (opportunity.confidential && !keyOf(request).confidential) throw new LeverError(403, 'Forbidden', 'The key has no access to confidential data');
	return opportunity;
}

/** Refuses a `perform_as` who is not an active user (contract lever §1.9). */
export function actingUser(account: LeverAccount, id: string): void {
	const user = account.users.find((candidate) => candidate.id === id);
	if (user?.deactivatedAt !== null) throw invalid('perform_as: not an active user');
}

function storeFiles(account: LeverAccount, id: string, request: Request): void {
	const uploaded = (request.files ?? {}) as Partial<Record<string, Express.Multer.File[]>>;
	for (const [field, files] of Object.entries(uploaded)) {
		for (const { originalname: name, mimetype: type, buffer: bytes } of files ?? []) account.addFile(id, { name, type, bytes }, field === 'resumeFile');
	}
}

/** A multipart body has its lists as `emails[]` and its records as `archived[reason]` (contract lever §2.1). */
function fromForm(request: Request): unknown {
	const body = (request.body ?? {}) as Record<string, unknown>;
	return request.is('multipart/form-data') ? Object.fromEntries(Object.entries(body).map(([name, value]) => [name.replace(/\[\]$/u, ''), name.endsWith('[]') && !Array.isArray(value) ? [value] : value])) : body;
}
