import type { IExecuteFunctions } from 'n8n-workflow';
import { NodeOperationError } from 'n8n-workflow';

import { isSafeUrl } from '../../../credentials/safeUrl';
import { transformStream, type ByteStream } from '../../shared/http/byteStream';
import { getCancelSignal, throwIfCancelled } from '../../shared/http/cancellation';
import { getRedirectUrl } from '../../shared/http/redirect';
import { backoffDelay } from '../../shared/http/retryPolicy';
import { toText } from '../../shared/node/parameters';

const MAX_REDIRECTS = 3;
const TIMEOUT = 120_000;
/** Milliseconds that a file host may ask to wait. */
const MAX_DELAY = 60_000;
const PDF_START = Buffer.from('%PDF-');

/**
 * A PDF as `store` returned it, with its size in bytes, or why there is none. With `retry`, a fresh link may do better after
 * `delay` milliseconds, unless that is `undefined`; `received` says what came instead.
 */
export type PdfResult<T> =
	| { stored: T; size: number }
	| { problem: 'unsafe' }
	| { problem: 'tooLarge' }
	| { problem: 'retry'; received: string; delay: number | undefined };

export interface PdfRequest<T> {
	maxBytes: number;
	/** From 1. */
	attempt: number;
	/** Stores the bytes while they arrive. */
	store(pdf: ByteStream): Promise<T>;
}

interface StreamedResponse {
	statusCode: number;
	headers: Record<string, unknown>;
	body: ByteStream;
}

/** Why a stream is not the PDF that was asked for. */
type RejectReason = 'tooLarge' | 'notPdf';

/**
 * Downloads the PDF behind a link that needs no login, so without Harver's access token, which no other host may see. Each
 * redirect must lead to https, or to this machine. The bytes are counted while they arrive, must start as a PDF does before
 * `store` gets any, and are never held in memory as a whole. Throws NodeOperationError when `store` fails, and
 * RequestCancelledError when the execution is stopped.
 */
export async function fetchPdf<T>(
	context: IExecuteFunctions,
	link: string,
	request: PdfRequest<T>,
): Promise<PdfResult<T>> {
	let url = link;
	for (let redirects = 0; redirects <= MAX_REDIRECTS; redirects++) {
		if (!isSafeUrl(url)) return { problem: 'unsafe' };
		// The stream that n8n returns is not the socket's own: only this closes the connection of one that is not read to its end.
		const connection = new AbortController();
		try {
			const response = await open(context, url, connection.signal).catch(() => undefined);
			if (!response) return connectionFailure(context, request);
			const target = getRedirectUrl(response, url);
			if (!target) return await readPdf(context, response, request, connection);
			url = target.href;
		} finally {
			connection.abort();
		}
	}
	return { problem: 'retry', received: 'too many redirects', delay: 0 };
}

async function open(
	context: IExecuteFunctions,
	url: string,
	connection: AbortSignal,
): Promise<StreamedResponse> {
	const cancelSignal = getCancelSignal(context);
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
			connection,
			...(cancelSignal ? [cancelSignal] : []),
		]),
	})) as StreamedResponse;
}

async function readPdf<T>(
	context: IExecuteFunctions,
	{ statusCode, headers, body }: StreamedResponse,
	request: PdfRequest<T>,
	connection: AbortController,
): Promise<PdfResult<T>> {
	if (statusCode !== 200) {
		const isBusy = statusCode === 429 || statusCode >= 500;
		const failed = { status: statusCode, headers };
		return {
			problem: 'retry',
			received: `status ${statusCode.toString()}`,
			delay: isBusy ? backoffDelay(request.attempt, failed, MAX_DELAY) : 0,
		};
	}
	if (!/^$|pdf|octet-stream/iu.test(toText(headers['content-type'])))
		return { problem: 'retry', received: 'a web page', delay: 0 };
	if (Number(headers['content-length'] ?? 0) > request.maxBytes) return { problem: 'tooLarge' };

	const state: { size: number; rejected?: RejectReason; isBroken: boolean } = {
		size: 0,
		isBroken: false,
	};
	const reject = (reason: RejectReason): Error => {
		state.rejected = reason;
		connection.abort();
		return new Error(reason);
	};
	const pdf = transformStream(body, async function* (chunks) {
		state.size = yield* assertPdfStream(chunks, request.maxBytes, reject);
	});
	body.once('error', () => {
		// When `store` fails it ends the body too, but the PDF first.
		state.isBroken = !pdf.destroyed;
	});
	try {
		return { stored: await request.store(pdf), size: state.size };
	} catch (error) {
		if (state.rejected === 'tooLarge') return { problem: 'tooLarge' };
		if (state.rejected === 'notPdf')
			return { problem: 'retry', received: 'a file that is not a PDF', delay: 0 };
		if (state.isBroken) return connectionFailure(context, request);
		throw new NodeOperationError(
			context.getNode(),
			error instanceof Error ? error : 'n8n could not store the file',
		);
	}
}

/**
 * Passes the chunks of a PDF on, none before the first bytes have shown that it is one, and returns how many bytes there were.
 * Throws what `reject` returns when it is not a PDF or has more than `maxBytes`.
 */
async function* assertPdfStream(
	chunks: AsyncIterable<Uint8Array>,
	maxBytes: number,
	reject: (reason: RejectReason) => Error,
): AsyncGenerator<Uint8Array, number> {
	let size = 0;
	let heldBack: Buffer | undefined = Buffer.alloc(0);
	for await (const chunk of chunks) {
		size += chunk.length;
		if (size > maxBytes) throw reject('tooLarge');
		if (heldBack === undefined) {
			yield chunk;
			continue;
		}
		heldBack = Buffer.concat([heldBack, chunk]);
		if (heldBack.length < PDF_START.length) continue;
		if (!heldBack.subarray(0, PDF_START.length).equals(PDF_START)) throw reject('notPdf');
		yield heldBack;
		heldBack = undefined;
	}
	if (heldBack !== undefined) throw reject('notPdf');
	return size;
}

/** What to do after a response that did not come, or broke off. Throws RequestCancelledError when the execution is stopped. */
function connectionFailure<T>(
	context: IExecuteFunctions,
	{ attempt }: PdfRequest<T>,
): PdfResult<T> {
	throwIfCancelled(getCancelSignal(context));
	return {
		problem: 'retry',
		received: 'no response, or one that broke off',
		delay: backoffDelay(attempt, {}, MAX_DELAY),
	};
}
