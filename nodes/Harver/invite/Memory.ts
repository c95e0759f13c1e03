/** Milliseconds for which an application is remembered, and how many of a vacancy. */
const REMEMBERED_FOR = 30 * 24 * 3_600_000;
const MOST_REMEMBERED = 5000;

/** An application that this process has made or found, or may have made: then its id is not known. */
export interface Remembered {
	applicationId?: string;
	/** What it was made with or found by: '' and `null` when not by that. */
	emailAddress: string;
	opportunityId: string | null;
	/** Made by an invitation of this execution. */
	sentBy?: string;
	/** Whether nobody had an application there before. */
	isFirst?: boolean;
}

export type Entry = Remembered & { at: number };

/** What this process knows of the applications in one vacancy. */
export class Memory {
	private entries: Entry[] = [];

	/** `forgottenUntil`, in milliseconds: what was remembered later than that is remembered still. */
	constructor(public forgottenUntil = -Infinity) {}

	/** Remembers an application in place of one that the same person may have had. */
	remember(one: Remembered, now = Date.now()): void {
		const entry = { ...one, emailAddress: one.emailAddress.toLowerCase(), at: now };
		const isReplaced = (other: Entry): boolean =>
			other.applicationId === undefined &&
			other.emailAddress === entry.emailAddress &&
			other.opportunityId === entry.opportunityId;
		this.entries = this.entries.filter((other) => !isReplaced(other));
		this.entries.push(entry);
		this.forget(now);
	}

	/** What is known of a person, by the same address or the same opportunity: the last application, else one that may have been made. */
	of(emailAddress: string, opportunityId: string | null): Entry | undefined {
		const address = emailAddress.toLowerCase();
		const theirs = this.entries.filter(
			(one) =>
				one.emailAddress === address ||
				(opportunityId !== null && one.opportunityId === opportunityId),
		);
		return theirs.findLast(({ applicationId }) => applicationId !== undefined) ?? theirs.at(-1);
	}

	/** The last invitation that was sent, or may have been, to an address. */
	sentTo(emailAddress: string): Entry | undefined {
		return this.entries.findLast(
			(one) => one.sentBy !== undefined && one.emailAddress === emailAddress.toLowerCase(),
		);
	}

	/** Forgets an application, because it is gone. */
	forgetApplication(applicationId: string): void {
		this.entries = this.entries.filter((one) => one.applicationId !== applicationId);
	}

	/** The applications that are known to be of other opportunities. */
	ofOthers(opportunityId: string): Set<string> {
		const others = this.entries.filter(
			(one) => one.opportunityId !== null && one.opportunityId !== opportunityId,
		);
		return new Set(others.flatMap(({ applicationId }) => applicationId ?? []));
	}

	/** The application that was made last where there was none, within so many milliseconds: a list that lacks it does not tell of everybody. */
	lastMade(within: number, now = Date.now()): string | undefined {
		return this.entries.findLast(
			({ applicationId, isFirst, at }) =>
				applicationId !== undefined && isFirst === true && now - at <= within,
		)?.applicationId;
	}

	/** How many were remembered within so many milliseconds. */
	count(within: number, now = Date.now()): number {
		return this.entries.filter(({ at }) => now - at <= within).length;
	}

	/** Whether there is nothing to remember any more. */
	isEmpty(now = Date.now()): boolean {
		this.forget(now);
		return this.entries.length === 0;
	}

	/** Forgets what is too old, and the oldest of what is too much. They stand in the order of their times. */
	private forget(now: number): void {
		const firstKept = this.entries.findIndex(
			({ at }, index) =>
				this.entries.length - index <= MOST_REMEMBERED && now - at <= REMEMBERED_FOR,
		);
		const last = this.entries.splice(0, firstKept === -1 ? this.entries.length : firstKept).at(-1);
		if (last) this.forgottenUntil = Math.max(this.forgottenUntil, last.at);
	}
}
