import type { IExecuteFunctions, JsonObject } from 'n8n-workflow';
import { NodeApiError } from 'n8n-workflow';

import { readApplication } from '../application/readApplication';
import { standingOf, type Standing } from '../records/completion';
import { fieldsOf, recordsOf } from '../records/fieldsOf';

/** How an application stands (contract harver, `GET applications/{id}`). Throws NodeApiError. */
export async function applicationStanding(context: IExecuteFunctions, itemIndex: number, applicationId: string): Promise<Standing> {
	const { data } = await readApplication(context, applicationId, { itemIndex });
	return standingOf(fieldsOf(recordsOf(data)[0]?.attributes));
}

/** The same, and `undefined` when Harver has the application no more. */
export async function standingUnlessGone(context: IExecuteFunctions, itemIndex: number, applicationId: string): Promise<Standing | undefined> {
	try {
		return await applicationStanding(context, itemIndex, applicationId);
	} catch (error) {
		if (error instanceof NodeApiError && ['404', '410'].includes(error.httpCode ?? '')) return undefined;
		throw new NodeApiError(context.getNode(), error as JsonObject);
	}
}
