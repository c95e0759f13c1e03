/** Remembers how to stop what a test has started, and does it, last started first. */
export class Teardown {
	private stops: (() => Promise<void>)[] = [];

	add(stop: () => Promise<void>): void {
		this.stops.push(stop);
	}

	/** Stops everything; what fails to stop does not keep the rest from it. */
	async run(): Promise<void> {
		for (const stop of this.stops.splice(0).reverse()) {
			await stop().catch((error: unknown) => {
				console.error(error instanceof Error ? error.message : error);
			});
		}
	}
}
