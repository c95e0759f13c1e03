import { applicationId, vacancyId } from './harver';
import { OPPORTUNITY, POSTING } from './lever';
import type { Write } from './wire';

/** Builds Ada's invitation to a vacancy, as Harver must receive it (docs/harver-api.md, Inviting). */
export function invitationTo(vacancy: string): Write {
	return {
		service: 'Harver',
		call: `POST /vacancies/${vacancyId(vacancy)}/applications`,
		body: {
			data: {
				type: 'applications',
				attributes: {
					candidate_id: OPPORTUNITY,
					lever_opportunity_id: OPPORTUNITY,
					lever_contact_id: '77aa0000-0000-4000-8000-000000000001',
					lever_application_id: '99dd0000-0000-4000-8000-000000000001',
					lever_posting_id: POSTING,
				},
				relationships: {
					candidate: {
						data: {
							type: 'candidates',
							attributes: {
								emailAddress: 'ada@example.org',
								firstName: 'Ada',
								lastName: 'Example',
								phoneNumber: '+31612345678',
							},
						},
					},
				},
			},
		},
	};
}

export function tagAdded(tag: string): Write {
	return {
		service: 'Lever',
		call: `POST /opportunities/${OPPORTUNITY}/addTags`,
		body: { tags: [tag] },
	};
}

export function tagRemoved(tag: string): Write {
	return {
		service: 'Lever',
		call: `POST /opportunities/${OPPORTUNITY}/removeTags`,
		body: { tags: [tag] },
	};
}

export function comment(value: string): Write {
	return { service: 'Lever', call: `POST /opportunities/${OPPORTUNITY}/notes`, body: { value } };
}

/** Builds the note that confirms an invitation. */
export function invitedComment(vacancy: string): Write {
	return comment(
		`Invited to the Harver assessment "${vacancy}". (Harver application ${applicationId(vacancy)})`,
	);
}

/** Returns the same change, made on behalf of a Lever user. */
export function performedAs(user: string, write: Write): Write {
	return { ...write, call: `${write.call}?perform_as=${user}` };
}
