import { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';

import { multipart, streamedForm } from '../../../../nodes/Lever/transport/multipart';

/** The body as one character a byte, with the boundary by name. */
function written(form: { body: Buffer; headers: Record<string, string> }): string {
	const boundary = form.headers['content-type']?.split('boundary=')[1] ?? '';
	return form.body.toString('latin1').replaceAll(boundary, 'BOUNDARY');
}

describe('a form as multipart/form-data', () => {
	it('contains texts and files', () => {
		const form = multipart([
			{ name: 'emails[]', value: 'ada@example.org' },
			{
				name: 'file',
				fileName: 'cv.pdf',
				contentType: 'application/pdf',
				bytes: Buffer.from([0, 255, 13, 10]),
			},
		]);
		expect(form.headers['content-type']).toMatch(
			/^multipart\/form-data; boundary=----n8n[0-9a-f]{48}$/u,
		);
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

	it('escapes names, file names and content types', () => {
		const form = written(
			multipart([
				{
					name: 'a"\r\nX: 1',
					fileName: 'b"\r\nY: 2',
					contentType: 'text/plain\r\nZ: 3',
					bytes: Buffer.from(''),
				},
			]),
		);
		expect(form).toContain(
			'name="a%22%0D%0AX: 1"; filename="b%22%0D%0AY: 2"\r\nContent-Type: application/octet-stream\r\n\r\n',
		);
	});

	it('is UTF-8', () => {
		const { body } = multipart([
			{
				name: 'file',
				fileName: 'Lebenslauf Ä.pdf',
				contentType: 'application/pdf',
				bytes: Buffer.from(''),
			},
			{ name: 'name', value: 'Zoë' },
		]);
		expect(body.toString('utf8')).toContain('filename="Lebenslauf Ä.pdf"');
		expect(body.toString('utf8')).toContain('\r\n\r\nZoë\r\n');
	});

	it('has a new boundary each time', () => {
		expect(multipart([]).headers).not.toEqual(multipart([]).headers);
	});
});

describe('a form of one file that is sent while it is read', () => {
	const file = { name: 'file', fileName: 'report.pdf', contentType: 'application/pdf' };
	const chunks = ['%PDF-', '1.7', ' and more'].map((text) => Buffer.from(text));
	const form = (size: number, parts = chunks) =>
		streamedForm({ ...file, size, open: async () => await Promise.resolve(Readable.from(parts)) });
	const sent = async ({ bodyStream, headers }: ReturnType<typeof streamedForm>) => ({
		body: await buffer(await bodyStream()),
		headers,
	});

	it('equals the form of the file in one piece, and has its length', async () => {
		const { body, headers } = await sent(form(17));
		expect(written({ body, headers })).toBe(
			written(multipart([{ ...file, bytes: Buffer.concat(chunks) }])),
		);
		expect(headers['content-length']).toBe(body.length.toString());
	});

	it('can be sent again from the start', async () => {
		const twice = form(17);
		expect((await sent(twice)).body).toEqual((await sent(twice)).body);
	});

	it('may contain an empty file', async () => {
		expect(written(await sent(form(0, [])))).toContain('\r\n\r\n\r\n--BOUNDARY--\r\n');
	});

	it.each([
		['fewer', 18],
		['more', 16],
	])('fails when there are %s bytes than its size', async (_what, size) => {
		await expect(sent(form(size))).rejects.toThrow('The file size does not match');
	});
});
