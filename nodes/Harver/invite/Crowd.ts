import { Memory } from './Memory';
import type { VacancyList } from './VacancyList';

/** So many invitations to one vacancy, under way or made lately, are a crowd: fewer look each for themselves. */
const CROWD = 3;
/** Milliseconds for which a list is good, and for which an invitation counts as made lately. */
const FRESH_FOR = 30_000;
/** Milliseconds within which an invitation was made that a list must hold, and for which a list that did not is not tried again. */
const TRIED_FOR = 600_000;

/**
 * The invitations to one vacancy that are under way in this process, and what they know together. In a crowd one list of
 * everybody in the vacancy does for all of them. Harver does not say how soon the list shows somebody, nor whether it shows
 * those who have not begun: so it is believed only when it holds the application that was made or found here last.
 */
export class Crowd {
	readonly memory = new Memory();
	private users = 0;
	private underWay = 0;
	private first?: Promise<unknown>;
	private list?: { startedAt: number; read: Promise<VacancyList | undefined> };
	private distrustedUntil = -Infinity;

	/** Runs what needs the crowd; meanwhile it is not over. */
	async with<T>(task: (crowd: Crowd) => Promise<T>): Promise<T> {
		this.users += 1;
		try {
			return await task(this);
		} finally {
			this.users -= 1;
		}
	}

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

	/** Whether nobody uses it and it has nothing to remember. */
	get isOver(): boolean {
		return this.users === 0 && this.memory.isEmpty && Date.now() > this.distrustedUntil;
	}

	private async everybody(read: () => Promise<VacancyList>): Promise<VacancyList | undefined> {
		if (this.newest() === undefined) await this.first;
		if (this.underWay + this.memory.count(FRESH_FOR) < CROWD || Date.now() < this.distrustedUntil) return undefined;
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
			this.list = undefined;
		}
		return undefined;
	}

	private newest(): string | undefined {
		return this.memory.newest(TRIED_FOR);
	}
}

const crowds = new Map<string, Crowd>();

/** Runs what needs the crowd of a vacancy; the key names the vacancy and its environment. */
export async function inCrowd<T>(key: string, task: (crowd: Crowd) => Promise<T>): Promise<T> {
	const known = crowds.get(key);
	if (known) return await known.with(task);
	for (const [other, crowd] of crowds) if (crowd.isOver) crowds.delete(other);
	const crowd = new Crowd();
	crowds.set(key, crowd);
	return await crowd.with(task);
}
