import type { ICredentialsDecrypted, ICredentialTestFunctions, INodeCredentialTestResult } from 'n8n-workflow';

import { leverBaseUrl } from '../../../credentials/leverBaseUrl';
import { asText } from '../../shared/parameters';

/** What a key must be able to read for the shipped flows and the pickers, in the words of Lever's list of endpoints. */
const NEEDED = ['stages', 'opportunities', 'postings', 'users'] as const;
/** What only a trigger that makes its webhooks itself needs. */
const FOR_WEBHOOKS = 'webhooks';

/**
 * Tests an API key by reading one record of each kind (contract lever §1.2: there is no `/me`, and a key may only read what
 * was ticked when it was made), and says which permissions are missing. Throws nothing; a failure is an answer.
 */
export async function testApiKey(this: ICredentialTestFunctions, { data = {} }: ICredentialsDecrypted): Promise<INodeCredentialTestResult> {
	const key = asText(data.apiKey);
	if (key === '') return failed('No API key is given.');
	try {
		const baseUrl = leverBaseUrl(data);
		const statuses = await Promise.all([...NEEDED, FOR_WEBHOOKS].map(async (kind) => [kind, await statusOf(this, baseUrl, kind, key)] as const));
		return verdict(statuses);
	} catch (error) {
		// The message of a failed connection names the host, never the key.
		return failed(error instanceof Error ? error.message : 'Lever could not be asked.');
	}
}

/** What the answers to the questions say of the key. */
function verdict(statuses: (readonly [string, number])[]): INodeCredentialTestResult {
	if (statuses.some(([, status]) => status === 401)) {
		return failed('Lever does not know this API key. Check that it was copied whole, is still active, and belongs to the chosen environment.');
	}
	const refused = statuses.filter(([, status]) => status === 403).map(([kind]) => kind);
	const odd = statuses.find(([, status]) => status !== 200 && status !== 403);
	if (odd) return failed(`Lever answered ${odd[1].toString()} when asked for its ${odd[0]}. Check the environment, or try again in a minute.`);
	if (refused.length === statuses.length) {
		return failed('Lever lets this API key read nothing. Check that it belongs to the chosen environment and what was ticked when it was made.');
	}
	const missing = refused.filter((kind) => kind !== FOR_WEBHOOKS);
	if (missing.length > 0) {
		return failed(`Lever knows this API key, but it may not read: ${missing.join(', ')}. Make a key with these ticked too; the flows need them.`);
	}
	const advice = refused.length > 0 ? ' It may not read webhooks: choose "Made by Hand in Lever" in the Lever Trigger, or make a key with webhooks ticked.' : '';
	return { status: 'OK', message: `Lever knows this API key.${advice}` };
}

async function statusOf(context: ICredentialTestFunctions, baseUrl: string, kind: string, key: string): Promise<number> {
	const answer = (await context.helpers.request({
		uri: `${baseUrl}/${kind}`,
		// Lever's list of webhooks has no pages.
		qs: kind === FOR_WEBHOOKS ? {} : { limit: 1 },
		auth: { user: key, pass: '', sendImmediately: true },
		followRedirect: false,
		resolveWithFullResponse: true,
		simple: false,
		timeout: 30_000,
	})) as { statusCode: number };
	return answer.statusCode;
}

function failed(message: string): INodeCredentialTestResult {
	return { status: 'Error', message };
}
