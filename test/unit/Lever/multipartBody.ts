/** A file in a multipart body. */
export interface FilePart {
	name: string | undefined;
	fileName: string | undefined;
	contentType: string | undefined;
	bytes: Buffer;
}

/** Parses a multipart body; nock returns one that is not text in hexadecimal. */
export function parseParts(body: string, contentType: string): FilePart[] {
	const boundary = /^multipart\/form-data; boundary=(\S+)$/u.exec(contentType)?.[1];
	if (boundary === undefined) throw new Error(`No boundary in "${contentType}".`);
	const text = (/^[\da-f]+$/u.test(body) ? Buffer.from(body, 'hex') : Buffer.from(body)).toString(
		'latin1',
	);
	const [before, ...parts] = text.split(`--${boundary}`);
	if (before !== '' || parts.pop() !== '--\r\n')
		throw new Error('The body does not begin and end with its boundary.');
	return parts.map((part) => {
		const [head = '', content = ''] = part.split(/\r\n\r\n([\s\S]*)/u);
		return {
			name: headerText(/\bname="([^"]*)"/u.exec(head)?.[1]),
			fileName: headerText(/filename="([^"]*)"/u.exec(head)?.[1]),
			contentType: /Content-Type: (.*)/u.exec(head)?.[1],
			bytes: Buffer.from(content.replace(/\r\n$/u, ''), 'latin1'),
		};
	});
}

function headerText(latin1: string | undefined): string | undefined {
	return latin1 === undefined ? undefined : Buffer.from(latin1, 'latin1').toString();
}
