import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';

/** Remembers how to stop what a command has started, and stops the newest first. */
export class Teardown {
	private stops: (() => Promise<void>)[] = [];
	private stopping = Promise.resolve();

	add(stop: () => Promise<void>): void {
		this.stops.push(stop);
	}

	/** Creates a folder in the system's temporary folder, outside the repository; the teardown deletes it. Returns its path. */
	async createTemporaryFolder(purpose: string): Promise<string> {
		const folder = await mkdtemp(path.join(tmpdir(), `lever-harver-${purpose}-`));
		this.add(async () => {
			await rm(folder, { recursive: true, force: true, maxRetries: 3 });
		});
		return folder;
	}

	/** Stops everything, also what is added meanwhile; a failure does not keep the rest running. */
	async run(): Promise<void> {
		this.stopping = this.stopping.then(async () => {
			for (let stop = this.stops.pop(); stop; stop = this.stops.pop()) {
				await stop().catch((error: unknown) => {
					console.error(error instanceof Error ? error.message : error);
				});
			}
		});
		await this.stopping;
	}
}
