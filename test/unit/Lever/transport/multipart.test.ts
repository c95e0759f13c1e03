import { fileForm, multipart } from '../../../../nodes/Lever/transport/multipart';

/** The body as one character a byte, with the boundary by name. */
function written(form: { body: Buffer; headers: Record<string, string> }): string {
	const boundary = form.headers['content-type']?.split('boundary=')[1] ?? '';
	return form.body.toString('latin1').replaceAll(boundary, 'BOUNDARY');
}

describe('a form as multipart/form-data', () => {
	it('is one body of texts and files', () => {
		const form = multipart([
			{ name: 'emails[]', value: 'ada@example.org' },
			{ name: 'file', fileName: 'cv.pdf', contentType: 'application/pdf', bytes: Buffer.from([0, 255, 13, 10]) },
		]);
		expect(form.headers['content-type']).toMatch(/^multipart\/form-data; boundary=----n8n[0-9a-f]{48}$/u);
		expect(written(form)).toBe(
			[
				'--BOUNDARY',
				'Content-Disposition: form-data; name="emails[]"',
				'',
				'ada@example.org',
				'--BOUNDARY',
				'Content-Disposition: form-data; name="file"; filename="cv.pdf"',
				'Content-Type: application/pdf',
				'',
				'\u0000\u00ff\r\n',
				'--BOUNDARY--',
				'',
			].join('\r\n'),
		);
	});

	it('cannot be broken out of by a name, a file name or a content type', () => {
		const form = written(multipart([{ name: 'a"\r\nX: 1', fileName: 'b"\r\nY: 2', contentType: 'text/plain\r\nZ: 3', bytes: Buffer.from('') }]));
		expect(form).toContain('name="a%22%0D%0AX: 1"; filename="b%22%0D%0AY: 2"\r\nContent-Type: application/octet-stream\r\n\r\n');
	});

	it('is UTF-8', () => {
		const { body } = multipart([{ name: 'file', fileName: 'Lebenslauf Ä.pdf', contentType: 'application/pdf', bytes: Buffer.from('') }, { name: 'name', value: 'Zoë' }]);
		expect(body.toString('utf8')).toContain('filename="Lebenslauf Ä.pdf"');
		expect(body.toString('utf8')).toContain('\r\n\r\nZoë\r\n');
	});

	it('has another boundary each time', () => {
		expect(multipart([]).headers).not.toEqual(multipart([]).headers);
	});
});

describe('a form of one file in chunks', () => {
	const file = { name: 'file', fileName: 'report.pdf', contentType: 'application/pdf' };
	const chunks = ['%PDF-', '1.7', ' and more'].map((text) => Buffer.from(text));

	it('is the same as of the file in one piece', async () => {
		const form = await fileForm({ ...file, size: 17, content: chunks });
		expect(written(form)).toBe(written(multipart([{ ...file, bytes: Buffer.concat(chunks) }])));
	});

	it('takes chunks that come over time, and an empty file', async () => {
		async function* slowly(): AsyncGenerator<Buffer> {
			for (const chunk of chunks) yield await Promise.resolve(chunk);
		}
		expect(written(await fileForm({ ...file, size: 17, content: slowly() }))).toContain('\r\n\r\n%PDF-1.7 and more\r\n--BOUNDARY--\r\n');
		expect(written(await fileForm({ ...file, size: 0, content: [] }))).toContain('\r\n\r\n\r\n--BOUNDARY--\r\n');
	});

	it.each([
		['fewer', 18, 'cut off'],
		['more', 16, 'larger'],
	])('is none when there are %s bytes than were told', async (_what, size, message) => {
		await expect(fileForm({ ...file, size, content: chunks })).rejects.toThrow(message);
	});
});
