import type {
	ICredentialsDecrypted,
	ICredentialTestFunctions,
	INodeCredentialTestResult,
} from 'n8n-workflow';

import { leverBaseUrl } from '../../../credentials/environments';
import { toText } from '../../shared/node/parameters';

/** What the shipped workflows and the lists in the editor must be able to read, as Lever names its endpoints. */
const REQUIRED = ['stages', 'opportunities', 'postings', 'users'] as const;
/** What only some uses need: without it the test passes, with a hint. */
const OPTIONAL: Record<string, string> = {
	webhooks:
		'choose "Created Manually in Lever" in the Lever Trigger, or create a key with access to webhooks.',
	tags: 'enter tags instead of choosing them from a list, or create a key with access to tags.',
	archive_reasons:
		'enter the ID of an archive reason instead of choosing it from a list, or create a key with access to archive reasons.',
};

/** An endpoint and the status that Lever answered with. */
type Answer = [endpoint: string, status: number];

/**
 * Tests an API key by reading one record of each kind, because Lever has no `/me` and a key can only read what was selected
 * when it was created (docs/lever-api.md, API keys). Returns which permissions are missing; throws nothing.
 */
export async function testApiKey(
	this: ICredentialTestFunctions,
	{ data = {} }: ICredentialsDecrypted,
): Promise<INodeCredentialTestResult> {
	const key = toText(data.apiKey);
	if (key === '') return failed('Enter the API key.');
	try {
		const baseUrl = leverBaseUrl(data);
		const readAll = async (endpoints: readonly string[]): Promise<Answer[]> =>
			await Promise.all(
				endpoints.map(async (endpoint): Promise<Answer> => [
					endpoint,
					await requestStatus(this, baseUrl, endpoint, key),
				]),
			);
		const problem = findProblem(await readAll(REQUIRED));
		if (problem !== undefined) return failed(problem);
		const hints = getHints(await readAll(Object.keys(OPTIONAL)).catch(() => []));
		return { status: 'OK', message: ['The API key works.', ...hints].join(' ') };
	} catch (error) {
		// The message of a failed connection names the host, never the key.
		return failed(error instanceof Error ? error.message : 'Lever could not be reached.');
	}
}

function findProblem(answers: Answer[]): string | undefined {
	if (answers.some(([, status]) => status === 401))
		return 'Lever rejected this API key. Check that you copied the whole key, that it is active, and that it belongs to the selected environment.';
	const unexpected = answers.find(([, status]) => status !== 200 && status !== 403);
	if (unexpected)
		return `Lever answered with status ${unexpected[1].toString()} when reading ${unexpected[0]}. Check the environment, or try again in a minute.`;
	const missing = answers.filter(([, status]) => status === 403).map(([endpoint]) => endpoint);
	if (missing.length === answers.length)
		return "This API key can't read anything. Check that it belongs to the selected environment, and which endpoints were selected when it was created.";
	if (missing.length === 0) return undefined;
	return `This API key can't read ${missing.join(', ')}, which the workflows require. Create a key with access to these endpoints too.`;
}

function getHints(answers: Answer[]): string[] {
	return answers
		.filter(([, status]) => status === 403)
		.map(
			([endpoint]) => `It can't read ${endpoint.replaceAll('_', ' ')}: ${OPTIONAL[endpoint] ?? ''}`,
		);
}

async function requestStatus(
	context: ICredentialTestFunctions,
	baseUrl: string,
	endpoint: string,
	key: string,
): Promise<number> {
	const response = (await context.helpers.request({
		uri: `${baseUrl}/${endpoint}`,
		// Lever's list of webhooks has no pages.
		qs: endpoint === 'webhooks' ? {} : { limit: 1 },
		auth: { user: key, pass: '', sendImmediately: true },
		followRedirect: false,
		resolveWithFullResponse: true,
		simple: false,
		timeout: 30_000,
	})) as { statusCode: number };
	return response.statusCode;
}

function failed(message: string): INodeCredentialTestResult {
	return { status: 'Error', message };
}
