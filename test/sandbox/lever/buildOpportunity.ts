import { randomUUID } from 'node:crypto';

import type { Contact, Opportunity, Posting, Stage } from './records';

/** A person who applies or is added. */
export interface Applicant {
	name: string;
	emails: string[];
	phones?: { type: string | null; value: string }[] | undefined;
	headline?: string | undefined;
	location?: string | undefined;
	links?: string[] | undefined;
	/** An existing contact. */
	contact?: string | undefined;
	stage?: string | undefined;
	posting?: string | undefined;
	tags?: string[] | undefined;
	sources?: string[] | undefined;
	origin?: string | undefined;
	owner?: string | undefined;
	followers?: string[] | undefined;
	opportunityLocation?: string | undefined;
	createdAt?: number | undefined;
	confidential?: boolean | undefined;
}

/** Builds a contact. */
export function buildContact({
	name,
	emails,
	phones = [],
	headline = '',
	location = '',
	links = [],
}: Applicant): Contact {
	return { id: randomUUID(), name, headline, emails, phones, links, location, isAnonymized: false };
}

/** Builds an opportunity, which inherits the tags of its posting (docs/lever-api.md, Tags). */
export function buildOpportunity(
	applicant: Applicant,
	contact: Contact,
	stage: { at: Stage; index: number },
	posting: Posting | undefined,
	createdAt: number,
): Opportunity {
	const {
		tags = [],
		sources = [],
		followers = [],
		origin = 'sourced',
		confidential = false,
	} = applicant;
	const owner = applicant.owner ?? posting?.owner ?? null;
	return {
		id: randomUUID(),
		contact: contact.id,
		stage: stage.at.id,
		confidential,
		archived: null,
		tags: [...new Set([...tags, ...(posting ? getInheritedTags(posting) : [])])],
		sources,
		origin,
		owner,
		followers: followers.length > 0 || owner === null ? followers : [owner],
		location: applicant.opportunityLocation ?? null,
		application: posting ? { id: randomUUID(), posting: posting.id, createdAt } : null,
		stageChanges: [
			{ toStageId: stage.at.id, toStageIndex: stage.index, updatedAt: createdAt, userId: null },
		],
		notes: [],
		files: [],
		feedback: [],
		createdAt,
		updatedAt: createdAt,
	};
}

/** A posting's own tags, title, location, team, department and commitment (docs/lever-api.md, Tags). */
function getInheritedTags({ tags, text, categories }: Posting): string[] {
	return [
		...tags,
		text,
		categories.location,
		categories.team,
		categories.department,
		categories.commitment,
	];
}
