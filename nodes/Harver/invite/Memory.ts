/** Milliseconds for which an application is remembered, and how many of a vacancy. */
const REMEMBERED_FOR = 30 * 24 * 3_600_000;
const MOST_REMEMBERED = 5000;

/** An application that this process has made or found, or may have made: then its id is not known. */
export interface Remembered {
	applicationId?: string;
	emailAddress: string;
	opportunityId: string | null;
	/** Whether an invitation was sent, not only found. */
	sent: boolean;
}

/** What this process knows of the applications in one vacancy. */
export class Memory {
	private entries: (Remembered & { at: number })[] = [];
	/** Milliseconds: what was remembered later than that is remembered still. */
	forgottenUntil = -Infinity;

	remember(one: Remembered, now = Date.now()): void {
		this.entries.push({ ...one, emailAddress: one.emailAddress.toLowerCase(), at: now });
		while (this.entries[0] !== undefined && (this.entries.length > MOST_REMEMBERED || now - this.entries[0].at > REMEMBERED_FOR)) {
			this.forgottenUntil = this.entries[0].at;
			this.entries.shift();
		}
	}

	/** What is known of a person, by the same address or the same opportunity: the last application, else one that may have been made. */
	of(emailAddress: string, opportunityId: string | null): (Remembered & { at: number }) | undefined {
		const theirs = this.entries.filter((one) => one.emailAddress === emailAddress.toLowerCase() || (opportunityId !== null && one.opportunityId === opportunityId));
		return theirs.findLast(({ applicationId }) => applicationId !== undefined) ?? theirs.at(-1);
	}

	/** Forgets an application, because it is gone. */
	forget(applicationId: string): void {
		this.entries = this.entries.filter((one) => one.applicationId !== applicationId);
	}

	/** The applications of other opportunities. */
	ofOthers(opportunityId: string): Set<string> {
		const others = this.entries.filter((one) => one.opportunityId !== null && one.opportunityId !== opportunityId);
		return new Set(others.flatMap(({ applicationId }) => applicationId ?? []));
	}

	/** The application that was remembered last, within so many milliseconds. */
	newest(within: number, now = Date.now()): string | undefined {
		return this.entries.findLast(({ applicationId, at }) => applicationId !== undefined && now - at <= within)?.applicationId;
	}

	/** How many were remembered within so many milliseconds. */
	count(within: number, now = Date.now()): number {
		return this.entries.filter(({ at }) => now - at <= within).length;
	}

	get isEmpty(): boolean {
		return this.entries.length === 0;
	}
}
