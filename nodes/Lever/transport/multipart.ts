import { randomBytes } from 'node:crypto';

/** One field of a form: a text, or a file. */
export type MultipartPart = { name: string; value: string } | { name: string; fileName: string; contentType: string; bytes: Buffer };

/**
 * A form as multipart/form-data: the body in one piece, so that it can be sent again when a try fails, and the header that
 * goes with it. Names and file names are escaped as the HTML standard says and are UTF-8.
 */
export function multipart(parts: MultipartPart[]): { body: Buffer; headers: Record<string, string> } {
	const boundary = `----n8n${randomBytes(24).toString('hex')}`;
	const body = Buffer.concat([
		...parts.flatMap((part) => [Buffer.from(`--${boundary}\r\n${headersOf(part)}\r\n\r\n`), contentOf(part), Buffer.from('\r\n')]),
		Buffer.from(`--${boundary}--\r\n`),
	]);
	return { body, headers: { 'content-type': `multipart/form-data; boundary=${boundary}` } };
}

function headersOf(part: MultipartPart): string {
	const disposition = `Content-Disposition: form-data; name="${escaped(part.name)}"`;
	if ('value' in part) return disposition;
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
