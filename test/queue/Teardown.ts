/** Remembers how to stop what a test has started, and does it, last started first. */
export class Teardown {
	private stops: (() => Promise<void>)[] = [];
	private stopping = Promise.resolve();

	add(stop: () => Promise<void>): void {
		this.stops.push(stop);
	}

	/** Stops everything, after an earlier call has; what fails to stop does not keep the rest from it. */
	async run(): Promise<void> {
		this.stopping = this.stopping.then(async () => {
			for (const stop of this.stops.splice(0).reverse()) {
				await stop().catch((error: unknown) => {
					console.error(error instanceof Error ? error.message : error);
				});
			}
		});
		await this.stopping;
	}
}
