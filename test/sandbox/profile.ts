import type { LeverAccount } from './lever/LeverAccount';
import type { Opportunity } from './lever/records';
import { feedbackView } from './lever/feedbackViews';
import { opportunityView } from './lever/views';

/** A candidate's profile as a recruiter sees it in Lever. */
export function profileOf(lever: LeverAccount, opportunity: Opportunity) {
	const nameOf = (user: string | null): string | null =>
		lever.users.find(({ id }) => id === user)?.name ?? null;
	const posting = lever.postings.find(({ id }) => id === opportunity.application?.posting);
	const contact = lever.contactOf(opportunity);
	return {
		...opportunityView(lever, opportunity),
		id: opportunity.id,
		name: contact.name,
		emails: contact.emails,
		tags: opportunity.tags,
		posting: posting?.text ?? null,
		notes: opportunity.notes.map(({ id, value, user, createdAt, byApi }) => ({
			id,
			value,
			createdAt,
			byApi,
			author: nameOf(user),
		})),
		files: opportunity.files.map(({ id, name, bytes, uploadedAt }) => ({
			id,
			name,
			size: bytes.length,
			uploadedAt,
		})),
		feedback: opportunity.feedback.map((feedback) => ({
			...feedbackView(feedback),
			author: nameOf(feedback.user),
		})),
	};
}
