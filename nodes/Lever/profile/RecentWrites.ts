import type { IDataObject, IExecuteFunctions } from 'n8n-workflow';

/** Milliseconds for which this process remembers what it wrote. */
const REMEMBERED_FOR = 10 * 60_000;
const MOST_REMEMBERED = 5000;

interface RecentWrite {
	opportunityId: string;
	/** What it is recognised by: the text of a note, the name of a file. */
	text: string;
	/** Without it, nobody knows whether the write took effect. */
	record?: IDataObject;
	writtenAt: number;
}

/** What this process alone wrote on profiles within the last minutes, of one kind such as notes. */
export class RecentWrites {
	private readonly recent: RecentWrite[] = [];

	/**
	 * Gives what `write` gives, and remembers it as `recordOf` says; when it fails, that it may have taken effect: whoever
	 * tries the step again must look, even if told that it need not. Throws what `write` throws.
	 */
	async writing(
		opportunityId: string,
		text: string,
		write: () => Promise<IDataObject>,
		recordOf = (written: IDataObject): IDataObject => written,
	): Promise<IDataObject> {
		const written = await write().catch((error: unknown) => {
			this.doubt(opportunityId, text);
			throw error;
		});
		this.remember(opportunityId, text, recordOf(written));
		return written;
	}

	/** Remembers that a record was written. */
	remember(opportunityId: string, text: string, record: IDataObject, now = Date.now()): void {
		this.add({ opportunityId, text, record, writtenAt: now });
	}

	/** Remembers that a record may have been written: the write failed without an answer. */
	doubt(opportunityId: string, text: string, now = Date.now()): void {
		this.add({ opportunityId, text, writtenAt: now });
	}

	/** The first record written on the profile whose text meets the test, or `undefined`. */
	find(
		opportunityId: string,
		matches: (text: string) => boolean,
		now = Date.now(),
	): IDataObject | undefined {
		return this.about(opportunityId, matches, now).find(({ record }) => record !== undefined)
			?.record;
	}

	/** Whether a record whose text meets the test may have been written, and nobody knows. */
	isInDoubt(opportunityId: string, matches: (text: string) => boolean, now = Date.now()): boolean {
		return this.about(opportunityId, matches, now).some(({ record }) => record === undefined);
	}

	private add(one: RecentWrite): void {
		const oldest = one.writtenAt - REMEMBERED_FOR;
		while (
			this.recent.length >= MOST_REMEMBERED ||
			(this.recent[0] !== undefined && this.recent[0].writtenAt < oldest)
		)
			this.recent.shift();
		this.recent.push(one);
	}

	private about(
		opportunityId: string,
		matches: (text: string) => boolean,
		now: number,
	): RecentWrite[] {
		return this.recent.filter(
			(one) =>
				one.opportunityId === opportunityId &&
				now - one.writtenAt <= REMEMBERED_FOR &&
				matches(one.text),
		);
	}
}

/**
 * Whether a step may skip the look-up as its option says. A retry of an execution may not: what it was told when the
 * execution first ran need not be true any more.
 */
export function maySkipLookUp(context: IExecuteFunctions, option: unknown): boolean {
	return option === true && context.getMode() !== 'retry';
}
