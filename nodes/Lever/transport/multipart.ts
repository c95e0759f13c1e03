import { randomBytes } from 'node:crypto';

import { transformStream, type ByteStream } from '../../shared/http/byteStream';

/** One field of a form: a text, or a file. */
export type MultipartPart =
	| { name: string; value: string }
	| { name: string; fileName: string; contentType: string; bytes: Buffer };

/**
 * A form as multipart/form-data: the body in one piece, so that it can be sent again when a try fails, and the header that
 * goes with it. Names and file names are escaped as the HTML standard says and are UTF-8.
 */
export function multipart(parts: MultipartPart[]): {
	body: Buffer;
	headers: Record<string, string>;
} {
	const boundary = newBoundary();
	const body = Buffer.concat([
		...parts.flatMap((part) => [
			Buffer.from(`--${boundary}\r\n${headersOf(part)}\r\n\r\n`),
			contentOf(part),
			Buffer.from('\r\n'),
		]),
		Buffer.from(`--${boundary}--\r\n`),
	]);
	return { body, headers: { 'content-type': `multipart/form-data; boundary=${boundary}` } };
}

/**
 * A form of one file that is sent while it is read, `size` bytes in all, so that a large file is never held whole: `open`
 * gives it from the start, once for each try. The stream fails with RangeError when there are more or fewer bytes than told.
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
	const boundary = newBoundary();
	const before = Buffer.from(`--${boundary}\r\n${headersOf(part)}\r\n\r\n`);
	const after = Buffer.from(`\r\n--${boundary}--\r\n`);
	const bodyStream = async (): Promise<ByteStream> =>
		transformStream(await open(), async function* (chunks) {
			yield before;
			let length = 0;
			for await (const chunk of chunks) {
				length += chunk.length;
				if (length > size) throw new RangeError('The file is larger than was told');
				yield chunk;
			}
			if (length < size) throw new RangeError('The file is cut off');
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

function newBoundary(): string {
	return `----n8n${randomBytes(24).toString('hex')}`;
}

function headersOf(
	part: { name: string } | { name: string; fileName: string; contentType: string },
): string {
	const disposition = `Content-Disposition: form-data; name="${escaped(part.name)}"`;
	if (!('fileName' in part)) return disposition;
	return `${disposition}; filename="${escaped(part.fileName)}"\r\nContent-Type: ${safeType(part.contentType)}`;
}

function contentOf(part: MultipartPart): Buffer {
	return 'value' in part ? Buffer.from(part.value) : part.bytes;
}

function escaped(name: string): string {
	return name.replace(/"/gu, '%22').replace(/\r/gu, '%0D').replace(/\n/gu, '%0A');
}

/** A content type is whatever an earlier node says: it must not be able to add headers. */
function safeType(contentType: string): string {
	return /^[!-~]+\/[ -~]+$/u.test(contentType) ? contentType : 'application/octet-stream';
}
