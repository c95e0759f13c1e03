import type { LeverAccount } from './LeverAccount';
import type { Contact, Note, Opportunity, StoredFile } from './records';

export const EXPANDABLE = ['applications', 'stage', 'owner', 'followers', 'sourcedBy', 'contact'] as const;

/** An opportunity as Lever answers it (contract lever §2.1). */
export function opportunityView(account: LeverAccount, opportunity: Opportunity, expand: string[] = []): Record<string, unknown> {
	const contact = account.contactOf(opportunity);
	const owner = account.users.find(({ id }) => id === opportunity.owner);
	return {
		id: opportunity.id,
		name: contact.name,
		headline: contact.headline,
		contact: expand.includes('contact') ? contactView(contact) : contact.id,
		emails: contact.emails,
		phones: contact.phones,
		confidentiality: opportunity.confidential ? 'confidential' : 'non-confidential',
		location: contact.location,
		links: contact.links,
		archived: opportunity.archived,
		tags: opportunity.tags,
		sources: opportunity.sources,
		stage: expand.includes('stage') ? account.stage(opportunity.stage) : opportunity.stage,
		stageChanges: opportunity.stageChanges,
		origin: opportunity.origin,
		sourcedBy: null,
		owner: expand.includes('owner') ? (owner ?? null) : opportunity.owner,
		followers: [],
		applications: opportunity.application ? [expand.includes('applications') ? applicationView(account, opportunity) : opportunity.application.id] : [],
		createdAt: opportunity.createdAt,
		updatedAt: opportunity.updatedAt,
		lastInteractionAt: opportunity.updatedAt,
		lastAdvancedAt: opportunity.stageChanges.at(-1)?.updatedAt ?? null,
		snoozedUntil: null,
		urls: { list: 'https://hire.lever.co/candidates', show: `https://hire.lever.co/candidates/${opportunity.id}` },
		isAnonymized: contact.isAnonymized,
		dataProtection: null,
		...(opportunity.application ? { opportunityLocation: account.posting(opportunity.application.posting).categories.location } : {}),
	};
}

/** The same with the contact details blank, as Lever answers several writes (contract lever §2.1, observed). */
export function blankedView(account: LeverAccount, opportunity: Opportunity): Record<string, unknown> {
	return { ...opportunityView(account, opportunity), name: '', headline: '', emails: [], phones: [], links: [] };
}

/** A contact; its location is an object (contract lever §2.2). */
export function contactView({ id, name, headline, emails, phones, location, isAnonymized }: Contact): Record<string, unknown> {
	return { id, name, headline, isAnonymized, location: { name: location }, emails, phones };
}

export function noteView(note: Note, opportunity: Opportunity): Record<string, unknown> {
	const { id, value, secret, score, user, createdAt } = note;
	return {
		id,
		text: 'Note',
		fields: [{ type: 'note', text: 'Comment', value, score, stage: opportunity.stage, user, createdAt }],
		user,
		secret,
		completedAt: createdAt,
		createdAt,
		deletedAt: null,
	};
}

export function fileView({ id, name, bytes, uploadedAt }: StoredFile): Record<string, unknown> {
	const dot = name.lastIndexOf('.');
	return { id, name, ext: dot < 0 ? '' : name.slice(dot), status: 'processed', size: bytes.length, uploadedAt, downloadUrl: `https://hire.lever.co/files/${id}` };
}

export function resumeView(file: StoredFile): Record<string, unknown> {
	return { id: file.id, createdAt: file.uploadedAt, file: fileView(file), parsedData: { positions: [], schools: [] } };
}

function applicationView(account: LeverAccount, opportunity: Opportunity): Record<string, unknown> {
	const { application } = opportunity;
	if (!application) return {};
	const { name, emails, phones } = account.contactOf(opportunity);
	return {
		id: application.id,
		type: 'posting',
		opportunityId: opportunity.id,
		candidateId: opportunity.id,
		posting: application.posting,
		postingOwner: account.posting(application.posting).owner,
		postingHiringManager: null,
		user: null,
		name,
		email: emails[0] ?? null,
		phone: phones[0] ?? null,
		company: null,
		links: [],
		comments: null,
		customQuestions: [],
		createdAt: application.createdAt,
		archived: null,
		requisitionForHire: null,
	};
}
