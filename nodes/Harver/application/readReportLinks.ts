import type { IExecuteFunctions } from 'n8n-workflow';

import { toText } from '../../shared/node/parameters';
import { standingOf } from '../records/completion';
import { asObject, asObjects } from '../../shared/object';
import { reportLinksIn, type ReportLinks } from '../records/reportLinks';
import { readApplication } from './readApplication';

/** The links of a report and how its application stands: there are none before the candidate has finished. */
export interface ReadReportLinks extends ReportLinks {
	status: string | null;
	completed: boolean;
}

/** Reads fresh links to the report of an application; `headers` may ask for a language. Throws NodeApiError. */
export async function readReportLinks(
	context: IExecuteFunctions,
	itemIndex: number,
	applicationId: string,
	headers: Record<string, string>,
): Promise<ReadReportLinks> {
	const { data, included } = await readApplication(context, applicationId, {
		includes: ['report'],
		headers,
		itemIndex,
	});
	const attributes = asObject(asObjects(data)[0]?.attributes);
	return {
		status: toText(attributes.status) || null,
		completed: standingOf(attributes) === 'completed',
		...reportLinksIn(included),
	};
}
