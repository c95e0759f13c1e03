import { randomBytes } from 'node:crypto';

import { transformStream, type ByteStream } from '../../shared/http/byteStream';

const SIZE_MISMATCH = 'The file size does not match';

/** One field of a form: a text, or a file. */
export type MultipartPart =
	| { name: string; value: string }
	| { name: string; fileName: string; contentType: string; bytes: Buffer };

/**
 * Builds a form as multipart/form-data: the body in one piece, so that it can be sent again when an attempt fails, and the
 * header that goes with it (docs/lever-api.md, Files). Names and file names are UTF-8, escaped as the HTML standard says.
 */
export function multipart(parts: MultipartPart[]): {
	body: Buffer;
	headers: Record<string, string>;
} {
	const boundary = createBoundary();
	const body = Buffer.concat([
		...parts.flatMap((part) => [
			Buffer.from(`--${boundary}\r\n${buildHeaders(part)}\r\n\r\n`),
			getContent(part),
			Buffer.from('\r\n'),
		]),
		Buffer.from(`--${boundary}--\r\n`),
	]);
	return { body, headers: { 'content-type': `multipart/form-data; boundary=${boundary}` } };
}

/**
 * Builds a form of one file of `size` bytes that is sent while it is read, so that a large file is never held in memory as a
 * whole: `open` returns it from the start, once for each attempt. The stream fails with RangeError when its size does not match.
 */
export function streamedForm({
	size,
	open,
	...part
}: {
	name: string;
	fileName: string;
	contentType: string;
	size: number;
	open: () => Promise<ByteStream>;
}): { bodyStream: () => Promise<ByteStream>; headers: Record<string, string> } {
	const boundary = createBoundary();
	const before = Buffer.from(`--${boundary}\r\n${buildHeaders(part)}\r\n\r\n`);
	const after = Buffer.from(`\r\n--${boundary}--\r\n`);
	const bodyStream = async (): Promise<ByteStream> =>
		transformStream(await open(), async function* (chunks) {
			yield before;
			let length = 0;
			for await (const chunk of chunks) {
				length += chunk.length;
				if (length > size) throw new RangeError(SIZE_MISMATCH);
				yield chunk;
			}
			if (length < size) throw new RangeError(SIZE_MISMATCH);
			yield after;
		});
	return {
		bodyStream,
		headers: {
			'content-type': `multipart/form-data; boundary=${boundary}`,
			'content-length': (before.length + size + after.length).toString(),
		},
	};
}

function createBoundary(): string {
	return `----n8n${randomBytes(24).toString('hex')}`;
}

function buildHeaders(
	part: { name: string } | { name: string; fileName: string; contentType: string },
): string {
	const disposition = `Content-Disposition: form-data; name="${escapeName(part.name)}"`;
	if (!('fileName' in part)) return disposition;
	return `${disposition}; filename="${escapeName(part.fileName)}"\r\nContent-Type: ${sanitizeContentType(part.contentType)}`;
}

function getContent(part: MultipartPart): Buffer {
	return 'value' in part ? Buffer.from(part.value) : part.bytes;
}

function escapeName(name: string): string {
	return name
		.replace(/"/gu, '%22')
		.replace(/\r/gu, '%0D')
		.replace(/\n/gu, '%0A')
		.replace(/\p{Cc}/gu, '');
}

/** A content type is whatever an earlier node says: it must not be able to add headers. */
function sanitizeContentType(contentType: string): string {
	return /^[!-~]+\/[ -~]+$/u.test(contentType) ? contentType : 'application/octet-stream';
}
