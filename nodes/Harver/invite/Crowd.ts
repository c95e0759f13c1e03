import { ExecutionCancelledError } from 'n8n-workflow';

import { Memory } from './Memory';
import type { VacancyList } from './VacancyList';

/** So many invitations to one vacancy, under way or made lately, are a crowd: fewer look each for themselves. */
const CROWD = 3;
/** So many go first, one after another, when none of them comes to an application; then all go. */
const MOST_FIRST = 2;
/** Milliseconds for which a list is good, and for which an invitation counts as made lately. */
const FRESH_FOR = 30_000;
/** Milliseconds within which an invitation was made that a list must hold, and for which no list is read when one did not. */
const TRIED_FOR = 600_000;
/** Milliseconds for which no list is read when one could not be. */
const FAILED_FOR = 60_000;

/** A list of everybody in a vacancy. */
export interface Everybody {
	list: VacancyList;
	/** Whether it held an application that was just made, so that who is not in it has none. */
	isWhole: boolean;
}

/**
 * The invitations to one vacancy that are under way in this process, and what they know together. In a crowd one list of
 * everybody in the vacancy does for all of them. Harver does not say how soon the list shows somebody, nor whether it shows
 * those who have not begun: so it is whole only when it holds the application that was made here last.
 */
export class Crowd {
	private users = 0;
	private underWay = 0;
	private first?: Promise<void>;
	private reading?: {
		startedAt: number;
		wantsToBeWhole: boolean;
		everybody: Promise<Everybody | undefined>;
	};
	private noListUntil = -Infinity;

	constructor(readonly memory = new Memory()) {}

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
	 * Lets an invitation go its way, with the list of everybody in the vacancy when it is one of a crowd; the list is read with
	 * `read` unless it is fresh. The others wait for the first to be through, so that the list can be tried by what it made.
	 */
	async join<T>(
		read: () => Promise<VacancyList>,
		invite: (everybody: Everybody | undefined) => Promise<T>,
	): Promise<T> {
		this.underWay += 1;
		for (let before = 0; this.memory.count(TRIED_FOR) === 0 && before < MOST_FIRST; before++) {
			if (!this.first) return await this.goFirst(invite);
			await this.first;
		}
		return await this.untilItIsOver(this.everybody(read).then(invite));
	}

	/** Whether nobody uses it and it has nothing to remember. */
	get isOver(): boolean {
		return this.users === 0 && this.memory.isEmpty() && Date.now() > this.noListUntil;
	}

	private async goFirst<T>(invite: (everybody: undefined) => Promise<T>): Promise<T> {
		const invitation = this.untilItIsOver(invite(undefined));
		const over = (): void => {
			this.first = undefined;
		};
		this.first = invitation.then(over, over);
		return await invitation;
	}

	private async untilItIsOver<T>(invitation: Promise<T>): Promise<T> {
		try {
			return await invitation;
		} finally {
			this.underWay -= 1;
		}
	}

	private async everybody(read: () => Promise<VacancyList>): Promise<Everybody | undefined> {
		if (this.underWay + this.memory.count(FRESH_FOR) < CROWD || Date.now() < this.noListUntil)
			return undefined;
		const lastMade = this.memory.lastMade(TRIED_FOR);
		const isFresh =
			this.reading !== undefined &&
			Date.now() - this.reading.startedAt <= FRESH_FOR &&
			(this.reading.wantsToBeWhole || lastMade === undefined);
		if (!isFresh)
			this.reading = {
				startedAt: Date.now(),
				wantsToBeWhole: lastMade !== undefined,
				everybody: this.tried(read, lastMade),
			};
		return await this.reading?.everybody;
	}

	private async tried(
		read: () => Promise<VacancyList>,
		lastMade: string | undefined,
	): Promise<Everybody | undefined> {
		try {
			const list = await read();
			if (list.isComplete && (lastMade === undefined || list.holds(lastMade)))
				return { list, isWhole: lastMade !== undefined };
			this.noListUntil = Date.now() + TRIED_FOR;
		} catch (error) {
			// Whoever looks directly is told what is wrong. That one execution was stopped says nothing to the others.
			if (error instanceof ExecutionCancelledError) this.reading = undefined;
			else this.noListUntil = Date.now() + FAILED_FOR;
		}
		return undefined;
	}
}

const crowds = new Map<string, Crowd>();
let forgottenWithCrowds = -Infinity;

/** Runs what needs the crowd of a vacancy; the key names the vacancy and its environment. */
export async function inCrowd<T>(key: string, task: (crowd: Crowd) => Promise<T>): Promise<T> {
	const known = crowds.get(key);
	if (known) return await known.with(task);
	for (const [other, crowd] of crowds) {
		if (!crowd.isOver) continue;
		forgottenWithCrowds = Math.max(forgottenWithCrowds, crowd.memory.forgottenUntil);
		crowds.delete(other);
	}
	const crowd = new Crowd(new Memory(forgottenWithCrowds));
	crowds.set(key, crowd);
	return await crowd.with(task);
}
