import type { IExecuteFunctions } from 'n8n-workflow';
import { NodeApiError } from 'n8n-workflow';

import { toNodeError } from '../../shared/http/toNodeError';
import { readApplication } from '../requests/application';
import { getApplicationState, type ApplicationState } from '../items/application';
import { asObject, asObjects } from '../../shared/object';

/** Refusals that say nothing of the application: the client may not ask, the service is slow or busy. */
const NOT_ABOUT_IT = ['401', '408', '429'];

/** How an application stands (docs/harver-api.md, Reading an application); `undefined` when Harver answers with nothing. Throws NodeApiError. */
export async function applicationStanding(
	context: IExecuteFunctions,
	itemIndex: number,
	applicationId: string,
): Promise<ApplicationState | undefined> {
	const { data } = await readApplication(context, applicationId, { itemIndex });
	const [record] = asObjects(data);
	return record && getApplicationState(asObject(record.attributes));
}

/** The same, and `undefined` too when Harver refuses to show the application: it may be gone, and with which code Harver says so is not documented. */
export async function standingIfShown(
	context: IExecuteFunctions,
	itemIndex: number,
	applicationId: string,
): Promise<ApplicationState | undefined> {
	try {
		return await applicationStanding(context, itemIndex, applicationId);
	} catch (error) {
		const code = error instanceof NodeApiError ? (error.httpCode ?? '') : '';
		if (code.startsWith('4') && !NOT_ABOUT_IT.includes(code)) return undefined;
		throw toNodeError(context.getNode(), error);
	}
}
