import type {
	ICredentialsDecrypted,
	ICredentialTestFunctions,
	INodeCredentialTestResult,
} from 'n8n-workflow';

import { leverBaseUrl } from '../../../credentials/environments';
import { toText } from '../../shared/node/parameters';

/** What a key must be able to read for the shipped flows and the pickers, in the words of Lever's list of endpoints. */
const NEEDED = ['stages', 'opportunities', 'postings', 'users'] as const;
/** What some use needs: a refusal is no failure, but worth knowing. */
const ADVICE: Record<string, string> = {
	webhooks:
		'choose "Made by Hand in Lever" in the Lever Trigger, or make a key with webhooks ticked.',
	tags: 'type tags instead of choosing them in the editor, or make a key with tags ticked.',
	archive_reasons:
		'type the ID of an archive reason instead of choosing it, or make a key with archive reasons ticked.',
};

/**
 * Tests an API key by reading one record of each kind (docs/lever-api.md, API keys: there is no `/me`, and a key may only read what
 * was ticked when it was made), and says which permissions are missing. Throws nothing; a failure is an answer.
 */
export async function testApiKey(
	this: ICredentialTestFunctions,
	{ data = {} }: ICredentialsDecrypted,
): Promise<INodeCredentialTestResult> {
	const key = toText(data.apiKey);
	if (key === '') return failed('No API key is given.');
	try {
		const baseUrl = leverBaseUrl(data);
		const ask = async (kinds: readonly string[]): Promise<[string, number][]> =>
			await Promise.all(
				kinds.map(async (kind): Promise<[string, number]> => [
					kind,
					await statusOf(this, baseUrl, kind, key),
				]),
			);
		const needed = await ask(NEEDED);
		return (
			problemIn(needed) ?? {
				status: 'OK',
				message: [
					'Lever knows this API key.',
					...adviceOn(await ask(Object.keys(ADVICE)).catch(() => [])),
				].join(' '),
			}
		);
	} catch (error) {
		// The message of a failed connection names the host, never the key.
		return failed(error instanceof Error ? error.message : 'Lever could not be asked.');
	}
}

/** What the answers to the questions that the flows ask say against the key. */
function problemIn(statuses: [string, number][]): INodeCredentialTestResult | undefined {
	if (statuses.some(([, status]) => status === 401)) {
		return failed(
			'Lever does not know this API key. Check that it was copied whole, is still active, and belongs to the chosen environment.',
		);
	}
	const odd = statuses.find(([, status]) => status !== 200 && status !== 403);
	if (odd)
		return failed(
			`Lever answered ${odd[1].toString()} when asked for its ${odd[0]}. Check the environment, or try again in a minute.`,
		);
	const missing = statuses.filter(([, status]) => status === 403).map(([kind]) => kind);
	if (missing.length === statuses.length) {
		return failed(
			'Lever lets this API key read nothing. Check that it belongs to the chosen environment and what was ticked when it was made.',
		);
	}
	if (missing.length === 0) return undefined;
	return failed(
		`Lever knows this API key, but it may not read: ${missing.join(', ')}. Make a key with these ticked too; the flows need them.`,
	);
}

function adviceOn(statuses: [string, number][]): string[] {
	return statuses
		.filter(([, status]) => status === 403)
		.map(([kind]) => `It may not read ${kind.replace('_', ' ')}: ${ADVICE[kind] ?? ''}`);
}

async function statusOf(
	context: ICredentialTestFunctions,
	baseUrl: string,
	kind: string,
	key: string,
): Promise<number> {
	const answer = (await context.helpers.request({
		uri: `${baseUrl}/${kind}`,
		// Lever's list of webhooks has no pages.
		qs: kind === 'webhooks' ? {} : { limit: 1 },
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
