import { multipart } from '../../../../nodes/Lever/transport/multipart';

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
