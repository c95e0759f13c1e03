const queues = new Map<string, Promise<unknown>>();

/** Runs the task when every earlier one under the same key in this process has ended, and returns what it returns. */
export async function withLock<T>(key: string, task: () => Promise<T>): Promise<T> {
	const before = queues.get(key) ?? Promise.resolve();
	const mine = before.then(task, task);
	const ended = mine.then(
		() => undefined,
		() => undefined,
	);
	queues.set(key, ended);
	try {
		return await mine;
	} finally {
		if (queues.get(key) === ended) queues.delete(key);
	}
}
