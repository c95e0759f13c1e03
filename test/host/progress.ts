const QUIET_INTERVAL = 15_000;

/** Shows a step while it runs, and how long it took: one line that updates on a terminal, otherwise a line every 15 seconds. */
export async function step<T>(title: string, task: () => Promise<T>): Promise<T> {
	const startedAt = Date.now();
	const seconds = (): string => `${Math.round((Date.now() - startedAt) / 1000).toString()} s`;
	const onTerminal = process.stdout.isTTY;
	if (!onTerminal) console.log(`… ${title}`);
	const timer = setInterval(
		() => {
			if (onTerminal) process.stdout.write(`\r… ${title} (${seconds()}) `);
			else console.log(`  … ${title} (${seconds()})`);
		},
		onTerminal ? 500 : QUIET_INTERVAL,
	);
	try {
		const result = await task();
		console.log(`${onTerminal ? '\r' : ''}✓ ${title} (${seconds()})   `);
		return result;
	} catch (error) {
		console.log(`${onTerminal ? '\r' : ''}✗ ${title} (${seconds()})   `);
		throw error;
	} finally {
		clearInterval(timer);
	}
}
