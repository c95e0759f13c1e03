import { randomUUID } from 'node:crypto';
import { EventEmitter } from 'node:events';

import { Contacts } from './Contacts';
import { notFound } from './errors';
import { newContact, newOpportunity, type Applicant } from './newOpportunity';
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

/** Something that Lever tells its webhooks. */
export interface LeverEvent {
	event: string;
	origin?: string;
	data: Record<string, unknown>;
}

/** A Lever account in memory: what happens in it by the API, by a recruiter on the page, or by a test. */
export class LeverAccount {
	readonly events = new EventEmitter<{ event: [LeverEvent] }>();
	stages: Stage[] = [];
	postings: Posting[] = [];
	users: User[] = [];
	archiveReasons: ArchiveReason[] = [];
	feedbackTemplates: FeedbackTemplate[] = [];
	contacts = new Contacts();
	/** Oldest first. */
	opportunities: Opportunity[] = [];
	deleted: (Opportunity & { deletedAt: number })[] = [];
	keys: ApiKey[] = [];
	private byId = new Map<string, Opportunity>();

	constructor(readonly now: () => number) {
		this.reset();
	}

	/** Back to the invented data of `seed.ts`. */
	reset(): void {
		const { candidates, ...account } = seed(this.now());
		Object.assign(this, account, {
			contacts: new Contacts(),
			opportunities: [],
			deleted: [],
			byId: new Map(),
		});
		for (const candidate of candidates) this.addOpportunity(candidate);
	}

	opportunity(id: string): Opportunity {
		return this.byId.get(id) ?? missing('opportunities', id);
	}

	contactOf({ contact }: Opportunity): Contact {
		return this.contact(contact);
	}

	contact(id: string): Contact {
		return this.contacts.get(id) ?? missing('contacts', id);
	}

	stage(id: string): Stage {
		return this.stages.find((stage) => stage.id === id) ?? missing('stages', id);
	}

	posting(id: string): Posting {
		return this.postings.find((posting) => posting.id === id) ?? missing('postings', id);
	}

	/** A candidacy, of somebody known by e-mail or of somebody new (docs/lever-api.md, Opportunities). Says whether the person was known. */
	addOpportunity(
		applicant: Applicant,
		{ quietly = false } = {},
	): { opportunity: Opportunity; deduped: boolean } {
		const known =
			this.contacts.withEmail(applicant.emails) ??
			(applicant.contact === undefined ? undefined : this.contact(applicant.contact));
		const posting = applicant.posting === undefined ? undefined : this.posting(applicant.posting);
		const stage = this.stage(applicant.stage ?? 'lead-new');
		const contact = known ?? newContact(applicant);
		if (!known) this.contacts.add(contact);
		const opportunity = newOpportunity(
			applicant,
			contact,
			{ at: stage, index: this.stages.indexOf(stage) },
			posting,
			applicant.createdAt ?? this.now(),
		);
		this.opportunities.push(opportunity);
		this.byId.set(opportunity.id, opportunity);
		if (!quietly && !known) this.tell('contactCreated', { contactId: contact.id });
		if (!quietly && opportunity.application)
			this.tell(
				'applicationCreated',
				{ ...idsOf(opportunity), applicationId: opportunity.application.id },
				opportunity.origin,
			);
		return { opportunity, deduped: known !== undefined };
	}

	moveToStage(id: string, stageId: string, userId: string | null = null): Opportunity {
		const opportunity = this.opportunity(id);
		const stage = this.stage(stageId);
		const fromStageId = opportunity.stage;
		if (fromStageId === stage.id) return opportunity;
		opportunity.stage = stage.id;
		this.touch(opportunity);
		opportunity.stageChanges.push({
			toStageId: stage.id,
			toStageIndex: this.stages.indexOf(stage),
			updatedAt: this.now(),
			userId,
		});
		this.tell(
			'candidateStageChange',
			{ ...idsOf(opportunity), fromStageId, toStageId: stage.id },
			opportunity.origin,
		);
		return opportunity;
	}

	archive(id: string, reasonId: string | null, archivedAt = this.now()): Opportunity {
		const opportunity = this.opportunity(id);
		const reason =
			reasonId === null
				? null
				: (this.archiveReasons.find((candidate) => candidate.id === reasonId) ??
					missing('archive_reasons', reasonId));
		const fromArchived = opportunity.archived;
		opportunity.archived = reason && { reason: reason.id, archivedAt };
		this.touch(opportunity);
		this.tell(
			'candidateArchiveChange',
			{ ...idsOf(opportunity), fromArchived, toArchived: opportunity.archived },
			opportunity.origin,
		);
		if (reason?.type === 'hired')
			this.tell('candidateHired', idsOf(opportunity), opportunity.origin);
		return opportunity;
	}

	remove(id: string): void {
		const opportunity = this.opportunity(id);
		this.opportunities.splice(this.opportunities.indexOf(opportunity), 1);
		this.byId.delete(id);
		this.deleted.push({ ...opportunity, deletedAt: this.now() });
		this.tell('candidateDeleted', idsOf(opportunity));
	}

	changeContact(id: string, details: Partial<Omit<Contact, 'id'>>): Contact {
		const contact = this.contact(id);
		this.contacts.change(contact, details);
		this.tell('contactUpdated', { contactId: id });
		return contact;
	}

	/** A comment; `byApi` unless a recruiter has written it on the page. */
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
		const opportunity = this.opportunity(id);
		const note: Note = { id: randomUUID(), value, secret, score, user, thread, byApi, createdAt };
		opportunity.notes.push(note);
		this.touch(opportunity);
		return note;
	}

	addFile(
		id: string,
		file: Pick<StoredFile, 'name' | 'type' | 'bytes'>,
		isResume = false,
	): StoredFile {
		const opportunity = this.opportunity(id);
		const stored: StoredFile = { id: randomUUID(), ...file, uploadedAt: this.now(), isResume };
		opportunity.files.push(stored);
		this.touch(opportunity);
		return stored;
	}

	/** Says that something about a candidate has changed. */
	touch(opportunity: Opportunity): void {
		opportunity.updatedAt = this.now();
	}

	tell(event: string, data: Record<string, unknown>, origin?: string): void {
		this.events.emit('event', { event, data, ...(origin === undefined ? {} : { origin }) });
	}
}

function missing(kind: string, id: string): never {
	throw notFound(kind, id);
}

function idsOf({ id, contact }: Opportunity): Record<string, string> {
	return { opportunityId: id, contactId: contact, candidateId: randomUUID() };
}
