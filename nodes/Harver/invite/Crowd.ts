import type { VacancyList } from './VacancyList';

/** So many invitations to one vacancy, under way or made lately, are a crowd: fewer look each for themselves. */
const CROWD = 3;
/** Milliseconds for which a list is good. */
const FRESH_FOR = 120_000;
/** Milliseconds for which an invitation counts as made lately. */
const LATELY = 30_000;
/** Milliseconds within which an invitation was made that a list must hold, and for which a list that did not is not tried again. */
const TRIED_FOR = 600_000;
/** Milliseconds for which what was made here is remembered: longer than Lever goes on telling of one event. */
const REMEMBERED_FOR = 24 * 3_600_000;
const MOST_REMEMBERED = 5000;

/** An invitation that this process has made, or may have made: then its application is not known. */
interface Made {
	applicationId?: string;
	emailAddress: string;
	opportunityId: string | null;
	at: number;
}

/**
 * The invitations to one vacancy that are under way in this process, and what they know together. In a crowd one list of
 * everybody in the vacancy does for all of them. Harver does not say how soon the list shows somebody, nor whether it shows
 * those who have not begun: so it is believed only when it holds the invitation that was made here last.
 */
export class Crowd {
	private underWay = 0;
	private made: Made[] = [];
	private first?: Promise<unknown>;
	private list?: { startedAt: number; read: Promise<VacancyList | undefined> };
	private distrustedUntil = -Infinity;

	/**
	 * Lets an invitation go its way, with the list of everybody in the vacancy when it is one of a crowd and the list, read
	 * with `read` unless it is fresh, is to be believed. The others wait for the first to be through, once.
	 */
	async join<T>(read: () => Promise<VacancyList>, invite: (everybody: VacancyList | undefined) => Promise<T>): Promise<T> {
		this.underWay += 1;
		try {
			if (this.underWay > 1 || this.newest() !== undefined) return await invite(await this.everybody(read));
			const first = invite(undefined);
			this.first = Promise.allSettled([first]);
			return await first;
		} finally {
			this.underWay -= 1;
		}
	}

	/** Remembers an invitation that was made, or may have been. */
	remember(made: Omit<Made, 'at'>, now = Date.now()): void {
		if (this.made.length >= MOST_REMEMBERED) this.made.shift();
		this.made.push({ ...made, at: now });
	}

	/** Whether this process has or may have invited the person lately, by the same address or for the same opportunity. */
	hasMade(emailAddress: string, opportunityId: string | null, now = Date.now()): boolean {
		this.forgetOld(now);
		return this.made.some((one) => one.emailAddress.toLowerCase() === emailAddress.toLowerCase() || (opportunityId !== null && one.opportunityId === opportunityId));
	}

	/** The applications that this process has made for other opportunities. */
	madeForOthers(opportunityId: string): Set<string> {
		const others = this.made.filter((one) => one.opportunityId !== null && one.opportunityId !== opportunityId);
		return new Set(others.flatMap(({ applicationId }) => applicationId ?? []));
	}

	/** Whether it has nothing to remember. */
	get isOver(): boolean {
		this.forgetOld(Date.now());
		return this.underWay === 0 && this.made.length === 0 && Date.now() > this.distrustedUntil;
	}

	private async everybody(read: () => Promise<VacancyList>): Promise<VacancyList | undefined> {
		if (this.newest() === undefined) await this.first;
		const lately = this.made.filter(({ at }) => Date.now() - at <= LATELY).length;
		if (this.underWay + lately < CROWD || Date.now() < this.distrustedUntil) return undefined;
		const newest = this.newest();
		if (newest === undefined) return undefined;
		if (!this.list || Date.now() - this.list.startedAt > FRESH_FOR) this.list = { startedAt: Date.now(), read: this.believed(read, newest) };
		return await this.list.read;
	}

	private async believed(read: () => Promise<VacancyList>, applicationId: string): Promise<VacancyList | undefined> {
		try {
			const list = await read();
			if (list.isComplete && list.holds(applicationId)) return list;
			this.distrustedUntil = Date.now() + TRIED_FOR;
		} catch {
			// Whoever looks directly is told what is wrong.
		}
		return undefined;
	}

	/** The application that was made last, unless that is a while ago. */
	private newest(now = Date.now()): string | undefined {
		return this.made.findLast(({ applicationId, at }) => applicationId !== undefined && now - at <= TRIED_FOR)?.applicationId;
	}

	private forgetOld(now: number): void {
		while (this.made[0] !== undefined && now - this.made[0].at > REMEMBERED_FOR) this.made.shift();
	}
}

const crowds = new Map<string, Crowd>();

/** The crowd under a key, which names the client, the account and the vacancy. */
export function crowdOf(key: string): Crowd {
	const known = crowds.get(key);
	if (known) return known;
	for (const [other, crowd] of crowds) if (crowd.isOver) crowds.delete(other);
	const crowd = new Crowd();
	crowds.set(key, crowd);
	return crowd;
}
