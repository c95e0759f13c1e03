import { randomBytes } from 'node:crypto';

/** One field of a form: a text, or a file. */
export type MultipartPart = { name: string; value: string } | { name: string; fileName: string; contentType: string; bytes: Buffer };

/**
 * A form as multipart/form-data: the body in one piece, so that it can be sent again when a try fails, and the header that
 * goes with it. Names and file names are escaped as the HTML standard says and are UTF-8.
 */
export function multipart(parts: MultipartPart[]): { body: Buffer; headers: Record<string, string> } {
	const boundary = newBoundary();
	const body = Buffer.concat([
		...parts.flatMap((part) => [Buffer.from(`--${boundary}\r\n${headersOf(part)}\r\n\r\n`), contentOf(part), Buffer.from('\r\n')]),
		Buffer.from(`--${boundary}--\r\n`),
	]);
	return { body, headers: { 'content-type': `multipart/form-data; boundary=${boundary}` } };
}

/**
 * A form of one file whose content comes in chunks, `size` bytes in all: they go straight to their place in the body, so that
 * a large file is held once and not twice. Throws RangeError when there are more or fewer bytes than were told.
 */
export async function fileForm(
	{ size, content, ...part }: { name: string; fileName: string; contentType: string; size: number; content: AsyncIterable<Uint8Array> | Iterable<Uint8Array> },
): Promise<{ body: Buffer; headers: Record<string, string> }> {
	const boundary = newBoundary();
	const before = Buffer.from(`--${boundary}\r\n${headersOf(part)}\r\n\r\n`);
	const after = Buffer.from(`\r\n--${boundary}--\r\n`);
	const body = Buffer.allocUnsafe(before.length + size + after.length);
	body.set(before);
	let position = before.length;
	for await (const chunk of content) {
		if (position + chunk.length > before.length + size) throw new RangeError('The file is larger than was told');
		body.set(chunk, position);
		position += chunk.length;
	}
	if (position < before.length + size) throw new RangeError('The file is cut off');
	body.set(after, position);
	return { body, headers: { 'content-type': `multipart/form-data; boundary=${boundary}` } };
}

function newBoundary(): string {
	return `----n8n${randomBytes(24).toString('hex')}`;
}

function headersOf(part: { name: string } | { name: string; fileName: string; contentType: string }): string {
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
