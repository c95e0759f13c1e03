/** What was read a moment ago in this process, so that it is not read again; calls during a read wait for it together. */
export class SingleFlightCache<T> {
	/** Times are of the process's own clock: one that is set back must not make old results fresh. */
	private readonly reads = new Map<string, { startedAt: number; result: Promise<T> }>();

	/**
	 * Returns what the last read of a key returned if it started less than `maxAge` milliseconds ago, else what `read` returns.
	 * When a read that many wait for fails, one more serves all of them, and its failure is each one's own.
	 */
	async get(key: string, maxAge: number, read: () => Promise<T>): Promise<T> {
		const known = this.reads.get(key);
		if (!known || this.getAge(key) >= maxAge) return await this.start(key, read);
		return await known.result.catch(
			async () => await (this.reads.get(key)?.result ?? this.start(key, read)),
		);
	}

	/** Forgets results that are that many milliseconds old or older. */
	evict(minAge = 0): void {
		for (const key of this.reads.keys()) if (this.getAge(key) >= minAge) this.reads.delete(key);
	}

	/** Milliseconds since the last read of a key started; Infinity when there is none. */
	private getAge(key: string): number {
		return performance.now() - (this.reads.get(key)?.startedAt ?? -Infinity);
	}

	private async start(key: string, read: () => Promise<T>): Promise<T> {
		const result = read();
		this.reads.set(key, { startedAt: performance.now(), result });
		result.catch(() => {
			if (this.reads.get(key)?.result === result) this.reads.delete(key);
		});
		return await result;
	}
}
