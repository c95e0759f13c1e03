import { toText } from '../../shared/node/parameters';
import { toIsoDate } from '../../shared/node/parseTimestamp';
import { asObject } from '../../shared/object';

/** A link that expires at `expiresAt` (ISO), 15 minutes after it was requested (docs/harver-api.md, Reports). */
export interface ExpiringLink {
	url: string;
	expiresAt: string | null;
}

/** The links of an application's report; `null` for one that does not exist (yet). */
export interface ReportLinks {
	report: ExpiringLink | null;
	factSheet: ExpiringLink | null;
	/** The candidate's page in Harver, which requires a login or SSO and does not expire. */
	candidatePage: { url: string } | null;
}

/** The types of the included records that hold these links. */
export const REPORT_TYPES = ['reports', 'fact-sheets', 'candidate-detail-page'];

/** Returns the report links among an application's included records (docs/harver-api.md, Reports). */
export function getReportLinks(included: Record<string, unknown>[]): ReportLinks {
	const find = (type: string): ExpiringLink | null => {
		const attributes = included
			.filter((record) => record.type === type)
			.map((record) => asObject(record.attributes));
		const found = attributes.find(({ url }) => toText(url) !== '');
		return found ? { url: toText(found.url), expiresAt: toIsoDate(found.expiresAt) } : null;
	};
	const page = find('candidate-detail-page');
	return {
		report: find('reports'),
		factSheet: find('fact-sheets'),
		candidatePage: page && { url: page.url },
	};
}
