import { toText } from '../../shared/node/parameters';
import { parseTimestamp } from '../../shared/node/parseTimestamp';
import type { VacancyCandidate } from '../items/vacancyCandidates';

/** The clocks of two services may differ by so many milliseconds. */
const CLOCKS_DIFFER = 300_000;

/** Everybody who has an application in a vacancy, as Harver's list of them says. */
export class VacancyList {
	/** Whether it says of everybody who they are: without that nobody can be told from the others. */
	readonly isComplete: boolean;
	private readonly applicationByEmail = new Map<string, string>();
	private readonly applicationsByWord = new Map<string, Set<string>>();
	private readonly appliedAt = new Map<string, number | undefined>();

	constructor(candidates: VacancyCandidate[]) {
		let isComplete = true;
		for (const { candidate, application } of candidates) {
			const id = toText(application.id);
			const email = toText(candidate.email).toLowerCase();
			const words = wordsIn(
				toText(candidate.fullName),
				toText(candidate.firstName),
				toText(candidate.lastName),
			);
			isComplete &&= id !== '' && email !== '' && words.length > 0;
			this.appliedAt.set(id, parseTimestamp(application.appliedAt));
			this.applicationByEmail.set(email, id);
			for (const word of words)
				this.applicationsByWord.set(word, (this.applicationsByWord.get(word) ?? new Set()).add(id));
		}
		this.isComplete = isComplete;
	}

	holds(applicationId: string): boolean {
		return this.appliedAt.has(applicationId);
	}

	/** The id of the application of an e-mail address, or `undefined`. */
	byEmail(emailAddress: string): string | undefined {
		return this.applicationByEmail.get(emailAddress.toLowerCase());
	}

	/**
	 * Whether somebody in it shares a part of the name, so that it may be the same person under an earlier e-mail address.
	 * Passed over are the applications of those who are known to be others, and those that are older than `since`
	 * (milliseconds): what they would be for was not there yet.
	 */
	hasNamesakeOf(
		{ firstName, lastName }: { firstName: string; lastName: string },
		others: Set<string>,
		since = -Infinity,
	): boolean {
		const mayBe = (id: string): boolean =>
			!others.has(id) && (this.appliedAt.get(id) ?? Infinity) >= since - CLOCKS_DIFFER;
		return wordsIn(firstName, lastName).some((word) =>
			[...(this.applicationsByWord.get(word) ?? [])].some(mayBe),
		);
	}
}

/** The words of names without case and accents. */
function wordsIn(...names: string[]): string[] {
	const plain = names.join(' ').normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();
	return [...new Set(plain.split(/[\s\-.,]+/u).filter((word) => word !== ''))];
}
