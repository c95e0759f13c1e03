import { createHash, createHmac, randomBytes, timingSafeEqual } from 'node:crypto';

import { z } from 'zod';

const REPORT_LINK_LIFETIME = 15 * 60_000;

/** What the links to reports return. */
export const reportSettingsSchema = z
	.object({
		/** Minimum size of the PDF in bytes. */
		minSize: z
			.number()
			.int()
			.nonnegative()
			.max(64 * 1024 * 1024)
			.default(0),
		/** The PDF, an HTML page with status 200, or the error for an expired link. */
		answer: z.enum(['pdf', 'html', 'expired']).default('pdf'),
	})
	.strict();

/** Signed links to reports, which expire after 15 minutes (docs/harver-api.md, Reports). */
export class ReportLinks {
	settings = reportSettingsSchema.parse({});
	/** Number of requests to a signed link that carried an access token, which they must not. */
	tokensReceived = 0;
	/** SHA-256 of the last report downloaded for each application. */
	readonly downloads = new Map<string, string>();
	private readonly key = randomBytes(32);

	constructor(
		private readonly now: () => number,
		private readonly publicUrl: () => string,
	) {}

	create(
		applicationId: string,
		kind: string,
		language: string,
	): { url: string; expiresAt: number } {
		const expiresAt = this.now() + REPORT_LINK_LIFETIME;
		const path = `/reports/${applicationId}/${kind}`;
		const query = new URLSearchParams({
			expires: expiresAt.toString(),
			language,
			signature: this.signature(path, expiresAt.toString(), language),
		});
		return {
			url: `${this.publicUrl()}${path}?${query.toString()}`,
			expiresAt: Math.floor(expiresAt / 1000),
		};
	}

	/** Keeps the hash of a report, to compare it with the file that reaches Lever. */
	recordDownload(applicationId: string, pdf: Buffer): void {
		this.downloads.set(applicationId, createHash('sha256').update(pdf).digest('hex'));
	}

	/** Whether the signature of a link is right and the link has not expired. */
	isValid(
		path: string,
		{ expires = '', language = '', signature = '' }: Record<string, string | undefined>,
	): boolean {
		const expected = Buffer.from(this.signature(path, expires, language));
		const given = Buffer.from(signature);
		return (
			given.length === expected.length &&
			timingSafeEqual(given, expected) &&
			Number(expires) >= this.now()
		);
	}

	private signature(...parts: string[]): string {
		return createHmac('sha256', this.key).update(parts.join('|')).digest('hex');
	}
}

const MAGIC_LINK_LIFETIME = 3_600_000;

/** Magic links: each logs in the candidate of one application for an hour (docs/harver-api.md, Inviting). */
export class MagicLinks {
	private readonly keys = new Map<string, { applicationId: string; until: number }>();

	constructor(
		private readonly now: () => number,
		private readonly publicUrl: () => string,
	) {}

	/** Creates a link to an application; earlier links stay valid until they expire. */
	create(applicationId: string): string {
		const key = randomBytes(16).toString('hex');
		this.keys.set(key, { applicationId, until: this.now() + MAGIC_LINK_LIFETIME });
		return `${this.publicUrl()}/journey/${applicationId}?key=${key}`;
	}

	/** Whether a key opens an application. */
	verify(applicationId: string, key: string): 'valid' | 'invalid' | 'expired' {
		const known = this.keys.get(key);
		if (known?.applicationId !== applicationId) return 'invalid';
		return known.until > this.now() ? 'valid' : 'expired';
	}
}
