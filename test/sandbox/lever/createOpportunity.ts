import { Router, type Request } from 'express';
import multer from 'multer';
import { z } from 'zod';

import { validate, invalid } from './errors';
import { MAX_FILE_SIZE } from './files';
import type { LeverAccount } from './LeverAccount';
import { serializeOpportunity } from './serialize';
import { requireActiveUser } from './auth';

const past = z.coerce.number().int();
const texts = z.array(z.string());
const createSchema = z
	.object({
		name: z.string(),
		headline: z.string(),
		stage: z.string(),
		location: z.string(),
		phones: z.array(
			z.object({ value: z.string(), type: z.string().nullable().optional() }).strict(),
		),
		emails: texts,
		links: texts,
		tags: texts,
		sources: texts,
		origin: z.enum(['agency', 'applied', 'internal', 'referred', 'sourced', 'university']),
		owner: z.string(),
		followers: texts,
		postings: texts.max(1, 'only one posting is allowed'),
		createdAt: past,
		archived: z.object({ reason: z.string(), archivedAt: past.optional() }).strict(),
		contact: z.string(),
		opportunityLocation: z.string(),
	})
	.partial()
	.strict();
const boolean = z.enum(['true', 'false']);
const querySchema = z
	.object({
		perform_as: z.string({ required_error: 'is required' }),
		parse: boolean.optional(),
		perform_as_posting_owner: boolean.optional(),
	})
	.strict();
const FILE_TYPES = /\.(docx|doc|js|jpg|png|pdf|txt)$/iu;

/** `POST /opportunities`, with JSON or with a form that has files (docs/lever-api.md, Opportunities). */
export function createRouter(account: LeverAccount): Router {
	const router = Router();
	const upload = multer({ limits: { fileSize: MAX_FILE_SIZE }, defParamCharset: 'utf8' }).fields([
		{ name: 'resumeFile', maxCount: 1 },
		{ name: 'files[]' },
	]);
	router.post('/opportunities', upload, (request, response) => {
		const query = validate(querySchema, request.query);
		requireActiveUser(account, query.perform_as);
		const {
			name = '',
			emails = [],
			phones,
			postings,
			archived,
			...fields
		} = validate(createSchema, parseBody(request));
		if (query.perform_as_posting_owner === 'true' && postings?.length !== 1)
			throw invalid('perform_as_posting_owner: needs exactly one posting');
		validateDates(account, { createdAt: fields.createdAt, archived });
		for (const user of [fields.owner, ...(fields.followers ?? [])])
			if (user !== undefined) requireUser(account, user);
		const uploads = getUploads(request);
		const { opportunity, deduped } = account.addOpportunity({
			...fields,
			name,
			emails,
			phones: phones?.map(({ value, type }) => ({ value, type: type ?? null })),
			posting: postings?.[0],
		});
		if (archived) account.archive(opportunity.id, archived.reason, archived.archivedAt);
		for (const { isResume, ...file } of uploads) account.addFile(opportunity.id, file, isResume);
		response.status(201).json({ deduped, data: serializeOpportunity(account, opportunity) });
	});
	return router;
}

function validateDates(
	account: LeverAccount,
	{
		createdAt,
		archived,
	}: {
		createdAt?: number | undefined;
		archived?: { reason: string; archivedAt?: number | undefined } | undefined;
	},
): void {
	if (createdAt !== undefined && createdAt > account.now())
		throw invalid('createdAt: must be in the past');
	if (archived && !account.archiveReasons.some(({ id }) => id === archived.reason))
		throw invalid('archived.reason: not an archive reason');
	if (
		archived?.archivedAt !== undefined &&
		(createdAt === undefined || archived.archivedAt < createdAt)
	)
		throw invalid('archived.archivedAt: needs an earlier createdAt');
}

function requireUser(account: LeverAccount, id: string): void {
	if (!account.users.some((user) => user.id === id)) throw invalid(`${id} is not a user`);
}

function getUploads(
	request: Request,
): { name: string; type: string; bytes: Buffer; isResume: boolean }[] {
	const uploaded = (request.files ?? {}) as Partial<Record<string, Express.Multer.File[]>>;
	return Object.entries(uploaded).flatMap(([field, files = []]) =>
		files.map(({ originalname: name, mimetype: type, buffer: bytes }) => {
			if (!FILE_TYPES.test(name)) throw invalid(`${field}: this type of file is not allowed`);
			return { name, type, bytes, isResume: field === 'resumeFile' };
		}),
	);
}

/** Multer has parsed names such as `emails[]` and `archived[reason]` in a form (docs/lever-api.md, Opportunities). */
function parseBody(request: Request): unknown {
	const body = (request.body ?? {}) as Record<string, unknown>;
	if (!request.is('multipart/form-data')) return body;
	return JSON.parse(JSON.stringify(body));
}
