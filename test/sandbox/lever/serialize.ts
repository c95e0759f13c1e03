import type { LeverAccount } from './LeverAccount';
import type { Contact, Note, Opportunity, Posting, StoredFile, User } from './records';

export const EXPANDABLE = [
	'applications',
	'stage',
	'owner',
	'followers',
	'sourcedBy',
	'contact',
] as const;
export const EXPANDABLE_OF_POSTINGS = ['user', 'owner', 'hiringManager', 'followers'] as const;

/** An opportunity as Lever returns it (docs/lever-api.md, Opportunities). */
export function serializeOpportunity(
	account: LeverAccount,
	opportunity: Opportunity,
	expand: string[] = [],
): Record<string, unknown> {
	const contact = account.getContactFor(opportunity);
	const { application, owner, followers } = opportunity;
	const location = application
		? account.getPosting(application.posting).categories.location
		: opportunity.location;
	return {
		id: opportunity.id,
		name: contact.name,
		headline: contact.headline,
		contact: expand.includes('contact') ? serializeContact(contact) : contact.id,
		emails: contact.emails,
		phones: contact.phones,
		confidentiality: opportunity.confidential ? 'confidential' : 'non-confidential',
		location: contact.location,
		links: contact.links,
		archived: opportunity.archived,
		tags: opportunity.tags,
		sources: opportunity.sources,
		stage: expand.includes('stage') ? account.getStage(opportunity.stage) : opportunity.stage,
		stageChanges: opportunity.stageChanges,
		origin: opportunity.origin,
		sourcedBy: null,
		owner: serializeUserReference(account, owner, expand.includes('owner')),
		followers: followers.map((id) =>
			serializeUserReference(account, id, expand.includes('followers')),
		),
		applications: application
			? [
					expand.includes('applications')
						? serializeApplication(account, opportunity)
						: application.id,
				]
			: [],
		createdAt: opportunity.createdAt,
		updatedAt: opportunity.updatedAt,
		lastInteractionAt: opportunity.updatedAt,
		lastAdvancedAt: opportunity.stageChanges.at(-1)?.updatedAt ?? null,
		snoozedUntil: null,
		urls: {
			list: 'https://hire.lever.co/candidates',
			show: `https://hire.lever.co/candidates/${opportunity.id}`,
		},
		isAnonymized: contact.isAnonymized,
		dataProtection: null,
		...(location === null ? {} : { opportunityLocation: location }),
	};
}

/** An opportunity with blank contact details, the answer to most updates (docs/lever-api.md, Opportunities). */
export function serializeWithoutContactDetails(
	account: LeverAccount,
	opportunity: Opportunity,
): Record<string, unknown> {
	return {
		...serializeOpportunity(account, opportunity),
		name: '',
		headline: '',
		emails: [],
		phones: [],
		links: [],
	};
}

/** Keeps the fields in `include` and `expand` (docs/lever-api.md, Include and expand). */
export function pickIncluded(
	record: Record<string, unknown>,
	include: string[] | undefined,
	expand: string[] = [],
): Record<string, unknown> {
	if (include === undefined) return record;
	return Object.fromEntries(
		Object.entries(record).filter(([field]) => include.includes(field) || expand.includes(field)),
	);
}

/** A contact, with its location as an object (docs/lever-api.md, Contacts). */
export function serializeContact({
	id,
	name,
	headline,
	emails,
	phones,
	location,
	isAnonymized,
}: Contact): Record<string, unknown> {
	return {
		id,
		name,
		headline,
		isAnonymized,
		location: { name: location },
		emails,
		phones,
		dataProtection: null,
	};
}

export function serializeNote(note: Note, { stage }: Opportunity): Record<string, unknown> {
	const { id, value, secret, score, user, createdAt } = note;
	return {
		id,
		text: 'Note',
		fields: [{ type: 'note', text: 'Comment', value, score, stage, user, createdAt }],
		user,
		secret,
		completedAt: createdAt,
		createdAt,
		deletedAt: null,
	};
}

export function serializeFile(file: StoredFile): Record<string, unknown> {
	return { id: file.id, ...serializeFileDetails(file) };
}

export function serializeResume(file: StoredFile): Record<string, unknown> {
	return {
		id: file.id,
		createdAt: file.uploadedAt,
		file: serializeFileDetails(file),
		parsedData: { positions: [], schools: [] },
	};
}

function serializeFileDetails({
	id,
	name,
	bytes,
	uploadedAt,
}: StoredFile): Record<string, unknown> {
	const dot = name.lastIndexOf('.');
	return {
		name,
		ext: dot < 0 ? '' : name.slice(dot),
		status: 'processed',
		size: bytes.length,
		uploadedAt,
		downloadUrl: `https://hire.lever.co/files/${id}`,
	};
}

/** The application of an opportunity, which names the posting (docs/lever-api.md, Applications). */
export function serializeApplication(
	account: LeverAccount,
	opportunity: Opportunity,
): Record<string, unknown> {
	const { application, archived } = opportunity;
	if (!application) return {};
	const { name, emails, phones } = account.getContactFor(opportunity);
	const posting = account.getPosting(application.posting);
	return {
		id: application.id,
		type: 'posting',
		opportunityId: opportunity.id,
		candidateId: opportunity.id,
		posting: posting.id,
		postingOwner: posting.owner,
		postingHiringManager: posting.hiringManager,
		user: null,
		name,
		email: emails[0] ?? null,
		phone: phones[0] ?? null,
		company: null,
		links: [],
		comments: null,
		customQuestions: [],
		createdAt: application.createdAt,
		archived,
		requisitionForHire: null,
		ipAddress: null,
		referer: null,
		userAgent: null,
		acceptLanguage: null,
		timezone: null,
	};
}

/** A posting as Lever returns it (docs/lever-api.md, Postings). */
export function serializePosting(
	account: LeverAccount,
	posting: Posting,
	expand: string[] = [],
): Record<string, unknown> {
	const {
		id,
		text,
		state,
		owner,
		hiringManager,
		categories,
		tags,
		distributionChannels,
		createdAt,
		updatedAt,
	} = posting;
	const site = 'https://jobs.lever.co/sandbox';
	return {
		id,
		text,
		state,
		distributionChannels,
		user: serializeUserReference(account, owner, expand.includes('user')),
		owner: serializeUserReference(account, owner, expand.includes('owner')),
		hiringManager: serializeUserReference(account, hiringManager, expand.includes('hiringManager')),
		categories: {
			...categories,
			level: categories.level ?? null,
			allLocations: categories.allLocations ?? [categories.location],
		},
		tags,
		content: { description: '', descriptionHtml: '', lists: [], closing: '', closingHtml: '' },
		country: 'NL',
		followers: [serializeUserReference(account, owner, expand.includes('followers'))],
		reqCode: null,
		requisitionCodes: [],
		urls:
			state === 'draft'
				? null
				: { list: site, show: `${site}/${id}`, apply: `${site}/${id}/apply` },
		confidentiality: 'non-confidential',
		createdAt,
		updatedAt,
		workplaceType: 'unspecified',
		transcribeInterviews: false,
		screening: { enabled: false },
	};
}

export function serializeUser(user: User): Record<string, unknown> {
	return {
		...user,
		photo: null,
		externalDirectoryId: null,
		linkedContactIds: null,
		jobTitle: null,
		managerId: null,
	};
}

function serializeUserReference(
	account: LeverAccount,
	id: string | null,
	expanded: boolean,
): Record<string, unknown> | string | null {
	const user = expanded ? account.users.find((candidate) => candidate.id === id) : undefined;
	return user ? serializeUser(user) : id;
}
