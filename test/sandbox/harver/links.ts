import { createHash, createHmac, randomBytes, timingSafeEqual } from 'node:crypto';

import { z } from 'zod';

const REPORT_LINK_LIFETIME = 15 * 60_000;

/** What a test wants to happen behind the links to reports. */
export const reportSettingsSchema = z
	.object({
		/** Bytes that a PDF is brought to, when it is smaller. */
		minSize: z
			.number()
			.int()
			.nonnegative()
			.max(64 * 1024 * 1024)
			.default(0),
		/** A PDF; a page of HTML with status 200; or the page that says that the link is too old. */
		answer: z.enum(['pdf', 'html', 'expired']).default('pdf'),
	})
	.strict();

/** Signs the links to reports, which die after 15 minutes (docs/harver-api.md, Reports), and counts bearer tokens that were sent there. */
export class ReportLinks {
	settings = reportSettingsSchema.parse({});
	/** Requests that came to a signed link with an Authorization header, which must never leave for another host. */
	tokensReceived = 0;
	/** The SHA-256 of the report that was handed out last for each application. */
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

	/** Remembers what was handed out, so that it can be compared with what arrives elsewhere. */
	recordDownload(applicationId: string, pdf: Buffer): void {
		this.downloads.set(applicationId, createHash('sha256').update(pdf).digest('hex'));
	}

	/** Whether a link is signed by this desk and young enough. */
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

/** The keys of magic links: each logs the candidate of one application in, for an hour (docs/harver-api.md, Inviting). */
export class MagicLinks {
	private readonly keys = new Map<string, { applicationId: string; until: number }>();

	constructor(
		private readonly now: () => number,
		private readonly publicUrl: () => string,
	) {}

	/** A new link to an application. The earlier ones stay good for their hour. */
	create(applicationId: string): string {
		const key = randomBytes(16).toString('hex');
		this.keys.set(key, { applicationId, until: this.now() + MAGIC_LINK_LIFETIME });
		return `${this.publicUrl()}/journey/${applicationId}?key=${key}`;
	}

	/** Whether a key opens an application: it may belong to another one, or be too old. */
	verify(applicationId: string, key: string): 'good' | 'wrong' | 'expired' {
		const known = this.keys.get(key);
		if (known?.applicationId !== applicationId) return 'wrong';
		return known.until > this.now() ? 'good' : 'expired';
	}
}
