/** What was read a moment ago in this process, so that it is not asked for again; those who ask while it is read wait for it together. */
export class SingleFlightCache<T> {
	private readonly reads = new Map<string, { startedAt: number; result: Promise<T> }>();

	/**
	 * What the last reading under a key gave, when it began no longer ago than `mostAge` milliseconds, else what `read` gives.
	 * When the reading that many wait for fails, one more serves all of them, and its failure is each one's own.
	 */
	async get(key: string, mostAge: number, read: () => Promise<T>): Promise<T> {
		const known = this.reads.get(key);
		if (!known || this.age(key) >= mostAge) return await this.start(key, read);
		return await known.result.catch(
			async () => await (this.reads.get(key)?.result ?? this.start(key, read)),
		);
	}

	/** Forgets what was read longer ago than so many milliseconds. */
	evict(mostAge = 0): void {
		for (const key of this.reads.keys()) if (this.age(key) >= mostAge) this.reads.delete(key);
	}

	/** Milliseconds since the last reading under a key began; Infinity when there is none. */
	private age(key: string): number {
		return Date.now() - (this.reads.get(key)?.startedAt ?? -Infinity);
	}

	private async start(key: string, read: () => Promise<T>): Promise<T> {
		const result = read();
		this.reads.set(key, { startedAt: Date.now(), result });
		result.catch(() => {
			if (this.reads.get(key)?.result === result) this.reads.delete(key);
		});
		return await result;
	}
}
