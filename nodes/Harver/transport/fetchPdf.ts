import type { IExecuteFunctions } from 'n8n-workflow';
import { NodeOperationError } from 'n8n-workflow';

import { isSafeUrl } from '../../../credentials/safeUrl';
import { transformStream, type ByteStream } from '../../shared/http/byteStream';
import { getCancelSignal, throwIfCancelled } from '../../shared/http/cancellation';
import { backoffDelay } from '../../shared/http/retryPolicy';
import { pdfOnly, type Refusal } from './pdfOnly';

const MOST_REDIRECTS = 3;
const TIMEOUT = 120_000;
/** Milliseconds that may be waited before another try. */
const PATIENCE = 60_000;

/**
 * A PDF as `keep` gave it with its size (bytes), or why there is none: `again` a fresh link may do better, after `wait` milliseconds if those are
 * given; `saw` is what came instead.
 */
export type Fetched<T> =
	| { kept: T; size: number }
	| { problem: 'unsafe' }
	| { problem: 'tooLarge' }
	| { problem: 'again'; saw: string; wait: number | undefined };

/** How large a file may be (bytes), which try this is (from 1), and who keeps the bytes while they come. */
export interface Fetching<T> {
	mostBytes: number;
	attempt: number;
	keep(pdf: ByteStream): Promise<T>;
}

interface StreamedAnswer {
	statusCode: number;
	headers: Record<string, unknown>;
	body: ByteStream;
}

/**
 * Fetches the PDF behind a link that carries its own permission: without Harver's access token, which no other host may
 * see. Every hop must be https, or on this machine. The bytes are counted while they come, are a PDF by their first ones
 * before `keep` gets any, and are never held all at once. Throws NodeOperationError when `keep` fails, and
 * RequestCancelledError when the execution is stopped.
 */
export async function fetchPdf<T>(
	context: IExecuteFunctions,
	link: string,
	fetching: Fetching<T>,
): Promise<Fetched<T>> {
	let url = link;
	for (let hop = 0; hop <= MOST_REDIRECTS; hop++) {
		if (!isSafeUrl(url)) return { problem: 'unsafe' };
		// Only this ends the connection of an answer that is not read to its end: n8n gives a stream that is not the socket's own.
		const closing = new AbortController();
		try {
			const answer = await open(context, url, closing.signal).catch(() => undefined);
			if (!answer) return brokenOff(context, fetching);
			const next = redirectOf(answer, url);
			if (next === undefined) return await pdfIn(context, answer, fetching, closing);
			url = next;
		} finally {
			closing.abort();
		}
	}
	return { problem: 'again', saw: 'too many redirects', wait: 0 };
}

async function open(
	context: IExecuteFunctions,
	url: string,
	closing: AbortSignal,
): Promise<StreamedAnswer> {
	const stopped = getCancelSignal(context);
	return (await context.helpers.httpRequest({
		method: 'GET',
		url,
		headers: { accept: 'application/pdf' },
		encoding: 'stream',
		returnFullResponse: true,
		ignoreHttpStatusErrors: true,
		disableFollowRedirect: true,
		timeout: TIMEOUT,
		abortSignal: AbortSignal.any([
			AbortSignal.timeout(TIMEOUT),
			closing,
			...(stopped ? [stopped] : []),
		]),
	})) as StreamedAnswer;
}

function redirectOf({ statusCode, headers }: StreamedAnswer, from: string): string | undefined {
	const { location } = headers;
	if (statusCode < 300 || statusCode >= 400 || typeof location !== 'string') return undefined;
	return URL.canParse(location, from) ? new URL(location, from).href : location;
}

async function pdfIn<T>(
	context: IExecuteFunctions,
	{ statusCode, headers, body }: StreamedAnswer,
	fetching: Fetching<T>,
	closing: AbortController,
): Promise<Fetched<T>> {
	const type =
		typeof headers['content-type'] === 'string' ? headers['content-type'].toLowerCase() : '';
	const isFile = type === '' || /pdf|octet-stream/u.test(type);
	if (statusCode !== 200 || !isFile) {
		const isBusy = statusCode === 429 || statusCode >= 500;
		const wait = isBusy
			? backoffDelay(fetching.attempt, { status: statusCode, headers }, PATIENCE)
			: 0;
		return {
			problem: 'again',
			saw: statusCode === 200 ? 'a web page' : `status ${statusCode.toString()}`,
			wait,
		};
	}
	if (Number(headers['content-length'] ?? 0) > fetching.mostBytes) return { problem: 'tooLarge' };
	const seen: { size: number; refusal?: Refusal; isBroken: boolean } = { size: 0, isBroken: false };
	const refuse = (refusal: Refusal): Error => {
		seen.refusal = refusal;
		closing.abort();
		return new Error(refusal);
	};
	const pdf = transformStream(body, async function* (chunks) {
		seen.size = yield* pdfOnly(chunks, fetching.mostBytes, refuse);
	});
	body.once('error', () => {
		// When `keep` fails it ends the body too, but the PDF first.
		seen.isBroken = !pdf.destroyed;
	});
	try {
		return { kept: await fetching.keep(pdf), size: seen.size };
	} catch (error) {
		if (seen.refusal === 'tooLarge') return { problem: 'tooLarge' };
		if (seen.refusal === 'noPdf')
			return { problem: 'again', saw: 'a file that is no PDF', wait: 0 };
		if (seen.isBroken) return brokenOff(context, fetching);
		throw new NodeOperationError(
			context.getNode(),
			error instanceof Error ? error : 'n8n could not keep the file',
		);
	}
}

/** What is to be done after an answer that did not come, or not whole. Throws RequestCancelledError when that is because the execution is stopped. */
function brokenOff(
	context: IExecuteFunctions,
	{ attempt }: { attempt: number },
): { problem: 'again'; saw: string; wait: number | undefined } {
	throwIfCancelled(getCancelSignal(context));
	return {
		problem: 'again',
		saw: 'no answer, or one that broke off',
		wait: backoffDelay(attempt, {}, PATIENCE),
	};
}
