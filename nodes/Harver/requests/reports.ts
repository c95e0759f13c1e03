import type { IExecuteFunctions } from 'n8n-workflow';

import { toText } from '../../shared/node/parameters';
import { getApplicationState } from '../items/application';
import { asObject, asObjects } from '../../shared/object';
import { getReportLinks, type ReportLinks } from '../items/reportLinks';
import { readApplication } from './application';
import { NodeOperationError } from 'n8n-workflow';
import type { QueryValue } from '../../shared/http/types';
import { harverRecord } from '../transport/request';

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
		completed: getApplicationState(attributes) === 'completed',
		...getReportLinks(included),
	};
}

/**
 * Reads one of the links that Harver makes on request, `data.link` (docs/harver-api.md, Reports).
 * `what` names it in errors. Throws NodeOperationError when Harver gives none, NodeApiError.
 */
export async function readReportLink(
	context: IExecuteFunctions,
	itemIndex: number,
	request: {
		applicationId: string;
		path: string;
		query: Record<string, QueryValue | undefined>;
		what: string;
	},
): Promise<string> {
	const { applicationId, path, query, what } = request;
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
		`Harver gave no link to the ${what} of the application ${applicationId}`,
		{
			itemIndex,
			description:
				'Check in Harver that the candidate has finished and that your account has this report.',
		},
	);
}
