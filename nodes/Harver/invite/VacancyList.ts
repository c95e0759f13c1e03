import { asText } from '../../shared/parameters';
import type { VacancyCandidate } from '../records/vacancyCandidates';

/** Everybody who has an application in a vacancy, as Harver's list of them says. */
export class VacancyList {
	/** Whether it says of everybody who they are: without that nobody can be told from the others. */
	readonly isComplete: boolean;
	private readonly applicationByEmail = new Map<string, string>();
	private readonly applicationsByWord = new Map<string, Set<string>>();
	private readonly applications = new Set<string>();

	constructor(candidates: VacancyCandidate[]) {
		let isComplete = true;
		for (const { candidate, application } of candidates) {
			const id = asText(application.id);
			const email = asText(candidate.email).toLowerCase();
			const words = wordsIn(asText(candidate.fullName), asText(candidate.firstName), asText(candidate.lastName));
			isComplete &&= id !== '' && email !== '' && words.length > 0;
			this.applications.add(id);
			this.applicationByEmail.set(email, id);
			for (const word of words) this.applicationsByWord.set(word, (this.applicationsByWord.get(word) ?? new Set()).add(id));
		}
		this.isComplete = isComplete;
	}

	holds(applicationId: string): boolean {
		return this.applications.has(applicationId);
	}

	/** The id of the application of an e-mail address, or `undefined`. */
	byEmail(emailAddress: string): string | undefined {
		return this.applicationByEmail.get(emailAddress.toLowerCase());
	}

	/**
	 * Whether somebody in it shares a part of the name, so that it may be the same person under an earlier e-mail address;
	 * the applications of those who are known to be others are passed over.
	 */
	hasNamesakeOf({ firstName, lastName }: { firstName: string; lastName: string }, others: Set<string>): boolean {
		return wordsIn(firstName, lastName).some((word) => [...(this.applicationsByWord.get(word) ?? [])].some((id) => !others.has(id)));
	}
}

/** The words of names without case and accents. */
function wordsIn(...names: string[]): string[] {
	const plain = names.join(' ').normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();
	return [...new Set(plain.split(/[\s\-.,]+/u).filter((word) => word !== ''))];
}
