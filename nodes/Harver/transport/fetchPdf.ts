import type { IExecuteFunctions } from 'n8n-workflow';

import { isSafeUrl } from '../../../credentials/safeUrl';
import { waitBeforeNextTry } from '../../shared/retry';

const MOST_REDIRECTS = 3;
const TIMEOUT = 120_000;
/** Milliseconds that may be waited before another try. */
const PATIENCE = 60_000;
const PDF_START = Buffer.from('%PDF-');

/** A PDF, or why there is none: `again` a fresh link may do better, after `wait` milliseconds if those are given; `saw` is what came instead. */
export type Fetched = { pdf: Buffer } | { problem: 'unsafe' } | { problem: 'tooLarge' } | { problem: 'again'; saw: string; wait: number | undefined };

interface StreamedAnswer {
	statusCode: number;
	headers: Record<string, unknown>;
	body: AsyncIterable<Uint8Array> & { destroy?(): void };
}

/**
 * Fetches the PDF behind a link that carries its own permission: without Harver's access token, which no other host may
 * see. Every hop must be https, or on this machine. The bytes are counted while they come, and are a PDF by their first
 * ones before anything keeps them.
 */
export async function fetchPdf(context: IExecuteFunctions, link: string, mostBytes: number, attempt: number): Promise<Fetched> {
	let url = link;
	for (let hop = 0; hop <= MOST_REDIRECTS; hop++) {
		if (!isSafeUrl(url)) return { problem: 'unsafe' };
		try {
			const answer = await open(context, url);
			const next = redirectOf(answer, url);
			if (next === undefined) return await pdfIn(answer, mostBytes, attempt);
			answer.body.destroy?.();
			url = next;
		} catch {
			return { problem: 'again', saw: 'no answer, or one that broke off', wait: waitBeforeNextTry(attempt, {}, PATIENCE) };
		}
	}
	return { problem: 'again', saw: 'too many redirects', wait: 0 };
}

async function open(context: IExecuteFunctions, url: string): Promise<StreamedAnswer> {
	return (await context.helpers.httpRequest({
		method: 'GET',
		url,
		headers: { accept: 'application/pdf' },
		encoding: 'stream',
		returnFullResponse: true,
		ignoreHttpStatusErrors: true,
		disableFollowRedirect: true,
		timeout: TIMEOUT,
		abortSignal: AbortSignal.timeout(TIMEOUT),
	})) as StreamedAnswer;
}

function redirectOf({ statusCode, headers }: StreamedAnswer, from: string): string | undefined {
	const { location } = headers;
	if (statusCode < 300 || statusCode >= 400 || typeof location !== 'string') return undefined;
	return URL.canParse(location, from) ? new URL(location, from).href : location;
}

async function pdfIn({ statusCode, headers, body }: StreamedAnswer, mostBytes: number, attempt: number): Promise<Fetched> {
	const type = typeof headers['content-type'] === 'string' ? headers['content-type'].toLowerCase() : '';
	const isFile = type === '' || /pdf|octet-stream/u.test(type);
	if (statusCode !== 200 || !isFile) {
		body.destroy?.();
		const isBusy = statusCode === 429 || statusCode >= 500;
		const wait = isBusy ? waitBeforeNextTry(attempt, { status: statusCode, headers }, PATIENCE) : 0;
		return { problem: 'again', saw: statusCode === 200 ? 'a web page' : `status ${statusCode.toString()}`, wait };
	}
	const told = Number(headers['content-length'] ?? 0);
	if (told > mostBytes) {
		body.destroy?.();
		return { problem: 'tooLarge' };
	}
	const bytes = await bytesOf(body, mostBytes, told > 0 ? told : 0);
	if (bytes === undefined) return { problem: 'tooLarge' };
	return bytes.subarray(0, PDF_START.length).equals(PDF_START) ? { pdf: bytes } : { problem: 'again', saw: 'a file that is no PDF', wait: 0 };
}

/**
 * All bytes of a stream, `undefined` when there are more than so many; the rest is then not read. They go straight to their
 * place among the bytes that were told, so that a large file is held once; what comes beyond those is added.
 */
async function bytesOf(body: AsyncIterable<Uint8Array>, mostBytes: number, told: number): Promise<Buffer | undefined> {
	const whole = Buffer.allocUnsafe(told);
	const beyond: Uint8Array[] = [];
	let length = 0;
	for await (const chunk of body) {
		if (length + chunk.length > mostBytes) return undefined;
		const room = whole.subarray(length, length + chunk.length);
		room.set(chunk.subarray(0, room.length));
		if (room.length < chunk.length) beyond.push(chunk.subarray(room.length));
		length += chunk.length;
	}
	return beyond.length === 0 ? whole.subarray(0, length) : Buffer.concat([whole, ...beyond]);
}
