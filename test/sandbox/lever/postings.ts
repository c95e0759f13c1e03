import { randomUUID } from 'node:crypto';

import { Router } from 'express';
import { z } from 'zod';

import { requirePermission, requireActiveUser } from './auth';
import { validate, invalid } from './errors';
import type { LeverAccount } from './LeverAccount';
import { repeatable, milliseconds, paginate, paginateSerialized, pageQuery } from './pagination';
import type { Posting } from './records';
import { EXPANDABLE_OF_POSTINGS, serializePosting } from './serialize';
const STATES = ['published', 'internal', 'closed', 'draft', 'pending', 'rejected'] as const;
/** The parameters that can be combined with `updated_at_start` and `updated_at_end`. */
const COMBINABLE_WITH_UPDATED_AT = [
	'limit',
	'offset',
	'include',
	'expand',
	'confidentiality',
	'updated_at_start',
	'updated_at_end',
];
const expand = repeatable.pipe(z.array(z.enum(EXPANDABLE_OF_POSTINGS))).default([]);
const include = repeatable.pipe(z.array(z.enum(['content', 'followers']))).optional();
const listSchema = z
	.object({
		...pageQuery,
		include,
		expand,
		state: z.enum(STATES).optional(),
		distributionChannel: repeatable.pipe(z.array(z.enum(['public', 'internal']))).optional(),
		confidentiality: z.enum(['confidential', 'non-confidential', 'all']).optional(),
		group: z.enum(['location', 'team', 'department', 'commitment']).optional(),
		team: repeatable.optional(),
		department: repeatable.optional(),
		location: repeatable.optional(),
		commitment: repeatable.optional(),
		level: repeatable.optional(),
		tag: repeatable.optional(),
		updated_at_start: milliseconds.optional(),
		updated_at_end: milliseconds.optional(),
	})
	.strict()
	.refine(
		(query) =>
			(query.updated_at_start ?? query.updated_at_end) === undefined ||
			Object.keys(query).every((name) => COMBINABLE_WITH_UPDATED_AT.includes(name)),
		'updated_at_start and updated_at_end can only be combined with confidentiality',
	);
const categories = z
	.object({
		team: z.string(),
		department: z.string(),
		location: z.string(),
		commitment: z.string(),
		allLocations: z.array(z.string()),
	})
	.partial()
	.strict();
const writeSchema = z
	.object({
		text: z.string().min(1),
		state: z.enum(STATES),
		distributionChannels: z.array(z.enum(['public', 'internal'])),
		owner: z.string(),
		hiringManager: z.string().nullable(),
		categories,
		tags: z.array(z.string()),
		content: z.record(z.unknown()),
		workplaceType: z.string(),
		requisitionCodes: z.array(z.string()),
		salaryDescriptionHtml: z.string(),
		salaryRange: z.record(z.unknown()),
	})
	.partial()
	.strict();
const performAs = z.object({ perform_as: z.string({ required_error: 'is required' }) }).strict();
const applySchema = z
	.object({
		postId: z.string().optional(),
		personalInformation: z.array(z.object({ name: z.string(), value: z.string() }).strict()),
	})
	.strict();

/** Postings, and applications to them (docs/lever-api.md, Postings). */
export function postingsRouter(account: LeverAccount): Router {
	const router = Router();
	router.use('/postings', requirePermission('postings'));
	router.get('/postings', (request, response) => {
		const { limit, offset, expand: expanded, ...filters } = validate(listSchema, request.query);
		response.json(
			paginateSerialized(
				(posting) => serializePosting(account, posting, expanded),
				account.postings,
				{ limit, offset },
				(posting) => matchesFilters(posting, filters),
			),
		);
	});
	router.get('/postings/deleted', (request, response) => {
		const { limit, offset } = validate(
			z
				.object({
					...pageQuery,
					deleted_at_start: milliseconds.optional(),
					deleted_at_end: milliseconds.optional(),
				})
				.strict(),
			request.query,
		);
		response.json(paginate([], { limit, offset }));
	});
	router.get('/postings/:id', (request, response) => {
		const query = validate(
			z
				.object({ include, expand, distribution: z.enum(['internal', 'external']).optional() })
				.strict(),
			request.query,
		);
		response.json({
			data: serializePosting(account, account.getPosting(request.params.id), query.expand),
		});
	});
	router.post('/postings', (request, response) => {
		const owner = requireActiveUser(account, validate(performAs, request.query).perform_as);
		const given = validate(writeSchema.required({ text: true }), request.body);
		const now = account.now();
		const posting: Posting = {
			id: randomUUID(),
			tags: [],
			state: 'draft',
			owner,
			distributionChannels: null,
			hiringManager: null,
			createdAt: now,
			updatedAt: now,
			text: given.text,
			categories: { team: '', department: '', location: '', commitment: '' },
		};
		account.postings.push(posting);
		updatePosting(account, posting, given);
		response.status(201).json({ data: serializePosting(account, posting) });
	});
	router.post('/postings/:id', (request, response) => {
		requireActiveUser(account, validate(performAs, request.query).perform_as);
		const posting = account.getPosting(request.params.id);
		const given = validate(writeSchema, request.body);
		// An update without a state turns an unlisted posting into a draft (docs/lever-api.md, Postings).
		updatePosting(account, posting, {
			...(posting.state === 'internal' ? { state: 'draft' as const } : {}),
			...given,
		});
		response.json({ data: serializePosting(account, posting) });
	});
	router.post('/postings/:id/apply', (request, response) => {
		validate(
			z.object({ send_confirmation_email: z.enum(['true', 'false']).optional() }).strict(),
			request.query,
		);
		const posting = account.getPosting(request.params.id);
		const given = new Map(
			validate(applySchema, request.body).personalInformation.map(({ name, value }) => [
				name,
				value,
			]),
		);
		const [name, email, phone] = ['fullName', 'email', 'phone'].map((field) => given.get(field));
		if (name === undefined) throw invalid('personalInformation: fullName is required');
		const { opportunity } = account.addOpportunity({
			name,
			emails: email === undefined ? [] : [email],
			phones: phone === undefined ? [] : [{ type: null, value: phone }],
			posting: posting.id,
			stage: 'applicant-new',
			origin: 'applied',
		});
		response.status(201).json({ data: { applicationId: opportunity.application?.id } });
	});
	return router;
}

function matchesFilters(
	{ state, tags, categories: own, distributionChannels, updatedAt }: Posting,
	filters: Partial<z.infer<typeof listSchema>>,
): boolean {
	const isOneOf = (wanted: string[] | undefined, value: string | null | undefined): boolean =>
		wanted === undefined || (value != null && wanted.includes(value));
	return (
		(filters.state ?? state) === state &&
		filters.confidentiality !== 'confidential' &&
		(filters.distributionChannel?.some((channel) => distributionChannels?.includes(channel)) ??
			true) &&
		(filters.tag?.some((tag) => tags.includes(tag)) ?? true) &&
		isOneOf(filters.team, own.team) &&
		isOneOf(filters.location, own.location) &&
		isOneOf(filters.department, own.department) &&
		isOneOf(filters.commitment, own.commitment) &&
		isOneOf(filters.level, own.level) &&
		updatedAt >= (filters.updated_at_start ?? 0) &&
		updatedAt <= (filters.updated_at_end ?? Infinity)
	);
}

/** Updates the given fields. A new title also replaces the inherited tag of applicants (docs/lever-api.md, Tags). */
function updatePosting(
	account: LeverAccount,
	posting: Posting,
	{
		text,
		state,
		tags,
		owner,
		hiringManager,
		distributionChannels,
		categories: given = {},
	}: z.infer<typeof writeSchema>,
): void {
	if (text !== undefined && text !== posting.text) {
		for (const opportunity of account.opportunities) {
			if (opportunity.application?.posting === posting.id)
				opportunity.tags = opportunity.tags.map((tag) => (tag === posting.text ? text : tag));
		}
	}
	Object.assign(posting, {
		text: text ?? posting.text,
		state: state ?? posting.state,
		tags: tags ?? posting.tags,
		owner: owner ?? posting.owner,
		hiringManager: hiringManager === undefined ? posting.hiringManager : hiringManager,
		distributionChannels: distributionChannels ?? posting.distributionChannels,
		categories: { ...posting.categories, ...given },
		updatedAt: account.now(),
	});
}
