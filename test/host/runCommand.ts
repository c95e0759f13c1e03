import { Teardown } from './Teardown';

/**
 * Runs one of the repository's commands and exits with the code that it returns, or 1 when it throws. Everything that it has
 * given to the teardown is stopped first, also after Ctrl-C.
 */
export function runCommand(main: (teardown: Teardown) => Promise<number>): void {
	const teardown = new Teardown();
	let interrupted = false;
	const exit = async (code: number): Promise<void> => {
		await teardown.run();
		process.exit(code);
	};
	for (const signal of ['SIGINT', 'SIGTERM'] as const) {
		// Not "once": execa ends the process when no other listener is left.
		process.on(signal, () => {
			if (interrupted) return;
			interrupted = true;
			console.log('\nStopping…');
			void exit(Number(process.exitCode ?? 130));
		});
	}
	main(teardown).then(
		async (code) => {
			if (!interrupted) await exit(code);
		},
		async (error: unknown) => {
			// What was still starting fails when the rest is stopped.
			if (interrupted) return;
			console.error(`\n${error instanceof Error ? error.message : String(error)}`);
			await exit(1);
		},
	);
}
