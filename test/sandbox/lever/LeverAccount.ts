import { randomUUID } from 'node:crypto';
import { EventEmitter } from 'node:events';

import { notFound } from './errors';
import type { ApiKey, ArchiveReason, Contact, Opportunity, Posting, Stage, StoredFile, User } from './records';
import { seed } from './seed';

/** Something that Lever tells its webhooks. */
export interface LeverEvent {
	event: string;
	origin?: string;
	data: Record<string, unknown>;
}

/** Somebody who applies. */
export interface Applicant {
	name: string;
	emails: string[];
	phones?: { type: string | null; value: string }[];
	origin?: string;
	stage?: string;
}

/** A Lever account in memory: what happens in it by the API, by a recruiter on the page, or by a test. */
export class LeverAccount {
	readonly events = new EventEmitter<{ event: [LeverEvent] }>();
	stages: Stage[] = [];
	postings: Posting[] = [];
	users: User[] = [];
	archiveReasons: ArchiveReason[] = [];
	contacts: Contact[] = [];
	opportunities: Opportunity[] = [];
	deleted: (Opportunity & { deletedAt: number })[] = [];
	keys: ApiKey[] = [];

	constructor(readonly now: () => number) {
		this.reset();
	}

	/** Back to the invented data of `seed.ts`. */
	reset(): void {
		const { candidates, ...account } = seed(this.now());
		Object.assign(this, account, { contacts: [], opportunities: [], deleted: [] });
		for (const candidate of candidates) this.addOpportunity(candidate);
	}

	opportunity(id: string): Opportunity {
		const found = this.opportunities.find((candidate) => candidate.id === id);
		if (!found) throw notFound('opportunities', id);
		return found;
	}

	contactOf({ contact }: Opportunity): Contact {
		const found = this.contacts.find(({ id }) => id === contact);
		if (!found) throw notFound('contacts', contact);
		return found;
	}

	stage(id: string): Stage {
		const found = this.stages.find((stage) => stage.id === id);
		if (!found) throw notFound('stages', id);
		return found;
	}

	posting(id: string): Posting {
		const found = this.postings.find((posting) => posting.id === id);
		if (!found) throw notFound('postings', id);
		return found;
	}

	/** A candidacy, of somebody known by e-mail or of somebody new (contract lever §2.1). Says whether the person was known. */
	addOpportunity(applicant: Applicant & { posting?: string; tags?: string[]; sources?: string[]; headline?: string; links?: string[]; contact?: string; confidential?: boolean }): { opportunity: Opportunity; deduped: boolean } {
		const known = this.contacts.find(({ id, emails }) => id === applicant.contact || emails.some((email) => applicant.emails.includes(email)));
		const contact: Contact = known ?? { id: randomUUID(), name: applicant.name, headline: applicant.headline ?? '', emails: applicant.emails, phones: applicant.phones ?? [], links: applicant.links ?? [], location: '', isAnonymized: false };
		if (!known) this.contacts.push(contact);
		const posting = applicant.posting === undefined ? undefined : this.posting(applicant.posting);
		const stage = this.stage(applicant.stage ?? 'lead-new');
		const createdAt = this.now();
		const opportunity: Opportunity = {
			id: randomUUID(),
			contact: contact.id,
			stage: stage.id,
			confidential: applicant.confidential ?? false,
			archived: null,
			tags: [...new Set([...(applicant.tags ?? []), ...(posting ? inheritedTags(posting) : [])])],
			sources: applicant.sources ?? [],
			origin: applicant.origin ?? 'sourced',
			owner: posting?.owner ?? null,
			application: posting ? { id: randomUUID(), posting: posting.id, createdAt } : null,
			stageChanges: [{ toStageId: stage.id, toStageIndex: this.stages.indexOf(stage), updatedAt: createdAt, userId: null }],
			notes: [],
			files: [],
			createdAt,
			updatedAt: createdAt,
		};
		this.opportunities.push(opportunity);
		if (!known) this.tell('contactCreated', { contactId: contact.id });
		if (opportunity.application) this.tell('applicationCreated', { ...idsOf(opportunity), applicationId: opportunity.application.id }, opportunity.origin);
		return { opportunity, deduped: known !== undefined };
	}

	moveToStage(id: string, stageId: string, userId: string | null = null): Opportunity {
		const opportunity = this.opportunity(id);
		const stage = this.stage(stageId);
		const fromStageId = opportunity.stage;
		if (fromStageId === stage.id) return opportunity;
		opportunity.stage = stage.id;
		opportunity.stageChanges.push({ toStageId: stage.id, toStageIndex: this.stages.indexOf(stage), updatedAt: this.now(), userId });
		this.tell('candidateStageChange', { ...idsOf(opportunity), fromStageId, toStageId: stage.id }, opportunity.origin);
		return opportunity;
	}

	archive(id: string, reasonId: string | null): Opportunity {
		const opportunity = this.opportunity(id);
		const reason = reasonId === null ? null : this.archiveReasons.find((candidate) => candidate.id === reasonId);
		if (reason === undefined) throw notFound('archive_reasons', reasonId ?? '');
		const fromArchived = opportunity.archived;
		opportunity.archived = reason && { reason: reason.id, archivedAt: this.now() };
		this.tell('candidateArchiveChange', { ...idsOf(opportunity), fromArchived, toArchived: opportunity.archived }, opportunity.origin);
		if (reason?.type === 'hired') this.tell('candidateHired', idsOf(opportunity), opportunity.origin);
		return opportunity;
	}

	remove(id: string): void {
		const opportunity = this.opportunity(id);
		this.opportunities.splice(this.opportunities.indexOf(opportunity), 1);
		this.deleted.push({ ...opportunity, deletedAt: this.now() });
		this.tell('candidateDeleted', idsOf(opportunity));
	}

	addFile(id: string, file: Pick<StoredFile, 'name' | 'type' | 'bytes'>, isResume = false): StoredFile {
		const stored: StoredFile = { id: randomUUID(), ...file, uploadedAt: this.now(), isResume };
		this.opportunity(id).files.push(stored);
		return stored;
	}

	tell(event: string, data: Record<string, unknown>, origin?: string): void {
		this.events.emit('event', { event, data, ...(origin === undefined ? {} : { origin }) });
	}
}

/** Title, location, team, department and commitment of a posting become tags beside its own (contract lever §4). */
function inheritedTags({ tags, text, categories }: Posting): string[] {
	return [...tags, text, categories.location, categories.team, categories.department, categories.commitment];
}

function idsOf({ id, contact }: Opportunity): Record<string, string> {
	return { opportunityId: id, contactId: contact, candidateId: randomUUID() };
}
