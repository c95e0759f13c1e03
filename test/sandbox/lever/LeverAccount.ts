import { randomUUID } from 'node:crypto';
import { EventEmitter } from 'node:events';

import { ContactIndex } from './ContactIndex';
import { notFound } from './errors';
import { buildContact, buildOpportunity, type Applicant } from './buildOpportunity';
import type {
	ApiKey,
	ArchiveReason,
	Contact,
	FeedbackTemplate,
	Note,
	Opportunity,
	Posting,
	Stage,
	StoredFile,
	User,
} from './records';
import { seed } from './seed';

/** An event that Lever reports to its webhooks. */
export interface LeverEvent {
	event: string;
	origin?: string;
	data: Record<string, unknown>;
}

/** A Lever account in memory, changed by the API, by a recruiter on the page, or by a test. */
export class LeverAccount {
	readonly events = new EventEmitter<{ event: [LeverEvent] }>();
	stages: Stage[] = [];
	postings: Posting[] = [];
	users: User[] = [];
	archiveReasons: ArchiveReason[] = [];
	feedbackTemplates: FeedbackTemplate[] = [];
	contacts = new ContactIndex();
	/** Oldest first. */
	opportunities: Opportunity[] = [];
	deleted: (Opportunity & { deletedAt: number })[] = [];
	keys: ApiKey[] = [];
	private opportunitiesById = new Map<string, Opportunity>();

	constructor(readonly now: () => number) {
		this.reset();
	}

	/** Restores the invented data in `seed.ts`. */
	reset(): void {
		const { candidates, ...account } = seed(this.now());
		Object.assign(this, account, {
			contacts: new ContactIndex(),
			opportunities: [],
			deleted: [],
			opportunitiesById: new Map(),
		});
		for (const candidate of candidates) this.addOpportunity(candidate);
	}

	getOpportunity(id: string): Opportunity {
		return this.opportunitiesById.get(id) ?? throwNotFound('opportunities', id);
	}

	getContactFor({ contact }: Opportunity): Contact {
		return this.getContact(contact);
	}

	getContact(id: string): Contact {
		return this.contacts.get(id) ?? throwNotFound('contacts', id);
	}

	getStage(id: string): Stage {
		return this.stages.find((stage) => stage.id === id) ?? throwNotFound('stages', id);
	}

	getPosting(id: string): Posting {
		return this.postings.find((posting) => posting.id === id) ?? throwNotFound('postings', id);
	}

	/** Adds an opportunity; `deduped` says whether Lever already had the contact (docs/lever-api.md, Opportunities). */
	addOpportunity(
		applicant: Applicant,
		{ silent = false } = {},
	): { opportunity: Opportunity; deduped: boolean } {
		const known =
			this.contacts.findByEmail(applicant.emails) ??
			(applicant.contact === undefined ? undefined : this.getContact(applicant.contact));
		const posting =
			applicant.posting === undefined ? undefined : this.getPosting(applicant.posting);
		const stage = this.getStage(applicant.stage ?? 'lead-new');
		const contact = known ?? buildContact(applicant);
		if (!known) this.contacts.add(contact);
		const opportunity = buildOpportunity(
			applicant,
			contact,
			{ at: stage, index: this.stages.indexOf(stage) },
			posting,
			applicant.createdAt ?? this.now(),
		);
		this.opportunities.push(opportunity);
		this.opportunitiesById.set(opportunity.id, opportunity);
		if (!silent && !known) this.emitEvent('contactCreated', { contactId: contact.id });
		if (!silent && opportunity.application)
			this.emitEvent(
				'applicationCreated',
				{ ...getIds(opportunity), applicationId: opportunity.application.id },
				opportunity.origin,
			);
		return { opportunity, deduped: known !== undefined };
	}

	moveToStage(id: string, stageId: string, userId: string | null = null): Opportunity {
		const opportunity = this.getOpportunity(id);
		const stage = this.getStage(stageId);
		const fromStageId = opportunity.stage;
		if (fromStageId === stage.id) return opportunity;
		opportunity.stage = stage.id;
		this.markUpdated(opportunity);
		opportunity.stageChanges.push({
			toStageId: stage.id,
			toStageIndex: this.stages.indexOf(stage),
			updatedAt: this.now(),
			userId,
		});
		this.emitEvent(
			'candidateStageChange',
			{ ...getIds(opportunity), fromStageId, toStageId: stage.id },
			opportunity.origin,
		);
		return opportunity;
	}

	archive(id: string, reasonId: string | null, archivedAt = this.now()): Opportunity {
		const opportunity = this.getOpportunity(id);
		const reason =
			reasonId === null
				? null
				: (this.archiveReasons.find((candidate) => candidate.id === reasonId) ??
					throwNotFound('archive_reasons', reasonId));
		const fromArchived = opportunity.archived;
		opportunity.archived = reason && { reason: reason.id, archivedAt };
		this.markUpdated(opportunity);
		this.emitEvent(
			'candidateArchiveChange',
			{ ...getIds(opportunity), fromArchived, toArchived: opportunity.archived },
			opportunity.origin,
		);
		if (reason?.type === 'hired')
			this.emitEvent('candidateHired', getIds(opportunity), opportunity.origin);
		return opportunity;
	}

	remove(id: string): void {
		const opportunity = this.getOpportunity(id);
		this.opportunities.splice(this.opportunities.indexOf(opportunity), 1);
		this.opportunitiesById.delete(id);
		this.deleted.push({ ...opportunity, deletedAt: this.now() });
		this.emitEvent('candidateDeleted', getIds(opportunity));
	}

	updateContact(id: string, details: Partial<Omit<Contact, 'id'>>): Contact {
		const contact = this.getContact(id);
		this.contacts.update(contact, details);
		this.emitEvent('contactUpdated', { contactId: id });
		return contact;
	}

	/** Adds a note; `byApi` is false if a recruiter wrote it on the page. */
	addNote(
		id: string,
		{
			value,
			secret = false,
			score = null,
			user = null,
			thread = null,
			byApi = true,
			createdAt = this.now(),
		}: Partial<Note> & { value: string },
	): Note {
		const opportunity = this.getOpportunity(id);
		const note: Note = { id: randomUUID(), value, secret, score, user, thread, byApi, createdAt };
		opportunity.notes.push(note);
		this.markUpdated(opportunity);
		return note;
	}

	addFile(
		id: string,
		file: Pick<StoredFile, 'name' | 'type' | 'bytes'>,
		isResume = false,
	): StoredFile {
		const opportunity = this.getOpportunity(id);
		const stored: StoredFile = { id: randomUUID(), ...file, uploadedAt: this.now(), isResume };
		opportunity.files.push(stored);
		this.markUpdated(opportunity);
		return stored;
	}

	/** Updates the time of the last change. */
	markUpdated(opportunity: Opportunity): void {
		opportunity.updatedAt = this.now();
	}

	emitEvent(event: string, data: Record<string, unknown>, origin?: string): void {
		this.events.emit('event', { event, data, ...(origin === undefined ? {} : { origin }) });
	}
}

function throwNotFound(kind: string, id: string): never {
	throw notFound(kind, id);
}

function getIds({ id, contact }: Opportunity): Record<string, string> {
	return { opportunityId: id, contactId: contact, candidateId: randomUUID() };
}
