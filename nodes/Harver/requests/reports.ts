import type { IExecuteFunctions } from 'n8n-workflow';
import { NodeOperationError } from 'n8n-workflow';

import type { QueryValue } from '../../shared/http/types';
import { toText } from '../../shared/node/parameters';
import { asObject, asObjects } from '../../shared/object';
import { getApplicationState } from '../items/application';
import { getReportLinks, type ReportLinks } from '../items/reportLinks';
import { harverRecord } from '../transport/request';
import { readApplication } from './application';

/** The links of a report and the status of its application: there are none before the candidate has finished. */
export interface ReportLinksAndStatus extends ReportLinks {
	status: string | null;
	completed: boolean;
}

/** Reads fresh links to the report of an application; `headers` may ask for a language (docs/harver-api.md, Reports). Throws NodeApiError. */
export async function readReportLinks(
	context: IExecuteFunctions,
	itemIndex: number,
	applicationId: string,
	headers: Record<string, string>,
): Promise<ReportLinksAndStatus> {
	const { data, included } = await readApplication(context, applicationId, {
		includes: ['report'],
		headers,
		itemIndex,
	});
	const attributes = asObject(asObjects(data)[0]?.attributes);
	return {
		status: toText(attributes.status) || null,
		completed: getApplicationState(attributes) === 'completed',
		...getReportLinks(included),
	};
}

/**
 * Requests a link that Harver creates on demand and returns as `data.link` (docs/harver-api.md, Reports). `what` names it in
 * errors: "interview guide". Throws NodeOperationError when Harver returns no link, NodeApiError.
 */
export async function requestReportLink(
	context: IExecuteFunctions,
	itemIndex: number,
	{
		applicationId,
		path,
		query,
		what,
	}: {
		applicationId: string;
		path: string;
		query: Record<string, QueryValue | undefined>;
		what: string;
	},
): Promise<string> {
	const { link, url } = await harverRecord(context, {
		method: 'GET',
		path,
		query,
		description: `get the ${what} of the application ${applicationId}`,
		itemIndex,
	});
	const found = toText(link) || toText(url);
	if (found !== '') return found;
	throw new NodeOperationError(
		context.getNode(),
		`Harver returned no link to the ${what} of the application ${applicationId}`,
		{
			itemIndex,
			description:
				'Check in Harver that the candidate has finished and that your account has this report.',
		},
	);
}
