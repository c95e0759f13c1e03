import { randomBytes } from 'node:crypto';

const LIFE = 3_600_000;

/** The keys of magic links: each logs the candidate of one application in, for an hour (docs/harver-api.md, Inviting). */
export class MagicLinks {
	private readonly keys = new Map<string, { applicationId: string; until: number }>();

	constructor(
		private readonly now: () => number,
		private readonly publicUrl: () => string,
	) {}

	/** A new link to an application. The earlier ones stay good for their hour. */
	make(applicationId: string): string {
		const key = randomBytes(16).toString('hex');
		this.keys.set(key, { applicationId, until: this.now() + LIFE });
		return `${this.publicUrl()}/journey/${applicationId}?key=${key}`;
	}

	/** Whether a key opens an application: it may belong to another one, or be too old. */
	check(applicationId: string, key: string): 'good' | 'wrong' | 'expired' {
		const known = this.keys.get(key);
		if (known?.applicationId !== applicationId) return 'wrong';
		return known.until > this.now() ? 'good' : 'expired';
	}
}
