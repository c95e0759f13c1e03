import { Readable } from 'node:stream';
import { gzipSync } from 'node:zlib';

import nock from 'nock';

import { readFile } from '../../../harness';
import { APPLICATION, expectsExactlyThis, harver, onApplication, run } from '../wire';

expectsExactlyThis();

const download = { resource: 'report', operation: 'download', ...onApplication };
const FILES = 'https://files.example.org';
const PDF = Buffer.from('%PDF-1.7\nreport');
const asPdf = { 'content-type': 'application/pdf' };
const LOST = `Harver's links to the report of the application ${APPLICATION} returned no PDF`;

/** Harver gives these links, one each time it is asked. */
function harverLinks(...urls: string[]): void {
	const api = harver();
	for (const url of urls) {
		api
			.get(`/applications/${APPLICATION}`)
			.query({ include: 'report' })
			.reply(200, {
				data: { id: APPLICATION, attributes: { status: 'new' } },
				included: [
					{ type: 'reports', attributes: { url, expiresAt: 1_760_004_500 } },
					{ type: 'fact-sheets', attributes: { url: `${FILES}/facts` } },
				],
			});
	}
}

/** The host of the files: it must never see Harver's access token. */
function files(): nock.Scope {
	return nock(FILES, { badheaders: ['authorization'] });
}

/** A PDF of which the second half does not come. */
function* brokenOff(): Generator<Buffer> {
	yield PDF;
	throw new Error('aborted');
}

describe('Report > Download', () => {
	it('adds the PDF to the incoming item', async () => {
		harverLinks(`${FILES}/report?signature=1`);
		files().get('/report').query({ signature: '1' }).reply(200, PDF, asPdf);
		const { outputs } = await run(download, { items: [{ json: { opportunityId: 'o-1' } }] });
		const fileName = `Harver report ${APPLICATION}.pdf`;
		expect(outputs[0]).toMatchObject([
			{
				json: {
					opportunityId: 'o-1',
					applicationId: APPLICATION,
					document: 'report',
					fileName,
					fileSize: PDF.length,
				},
				binary: {
					data: {
						fileName,
						fileExtension: 'pdf',
						mimeType: 'application/pdf',
					},
				},
				pairedItem: { item: 0 },
			},
		]);
		expect(await readFile(outputs[0]?.[0]?.binary?.data)).toEqual(PDF);
		expect(JSON.stringify(outputs)).not.toContain(FILES);
	});

	it('keeps every byte of a PDF with a content length, and of a compressed one', async () => {
		const long = Buffer.concat([PDF, Buffer.alloc(10_000, 'x')]);
		const compressed = gzipSync(long);
		harverLinks(`${FILES}/report`);
		files()
			.get('/report')
			.reply(200, Readable.from([long.subarray(0, 6), long.subarray(6)]), {
				...asPdf,
				'content-length': long.length.toString(),
			});
		expect(await readFile((await run(download)).outputs[0]?.[0]?.binary?.data)).toEqual(long);
		harverLinks(`${FILES}/report`);
		files()
			.get('/report')
			.reply(200, compressed, {
				...asPdf,
				'content-encoding': 'gzip',
				'content-length': compressed.length.toString(),
			});
		expect(await readFile((await run(download)).outputs[0]?.[0]?.binary?.data)).toEqual(long);
	});

	it('downloads the fact sheet with a custom name, field and language', async () => {
		harver()
			.get(`/applications/${APPLICATION}`)
			.query({ include: 'report' })
			.matchHeader('accept-language', 'nl')
			.reply(200, {
				data: { id: APPLICATION, attributes: { status: 'new' } },
				included: [{ type: 'fact-sheets', attributes: { url: `${FILES}/facts` } }],
			});
		files().get('/facts').reply(200, PDF, { 'content-type': 'binary/octet-stream' });
		const { outputs } = await run({
			...download,
			document: 'factSheet',
			binaryPropertyName: 'sheet',
			options: { fileName: '../Fact/Sheet', language: 'nl' },
		});
		expect(outputs[0]?.[0]?.binary?.sheet).toMatchObject({
			fileName: 'Fact Sheet.pdf',
			mimeType: 'application/pdf',
		});
	});

	it.each([
		['/home/ada/report.PDF', 'home ada report.pdf'],
		['..\\..\\C:\\report', 'C report.pdf'],
		['report\u0000\r\nof Ada', 'report of Ada.pdf'],
		[' /// ', `Harver report ${APPLICATION}.pdf`],
		['.pdf', `Harver report ${APPLICATION}.pdf`],
	])('names the file %j safely', async (entered, fileName) => {
		harverLinks(`${FILES}/report`);
		files().get('/report').reply(200, PDF, asPdf);
		const { json } = await run({ ...download, options: { fileName: entered } });
		expect(json).toMatchObject([{ fileName }]);
	});

	it.each([403, 404, 410])('requests a fresh link when one has expired (%d)', async (status) => {
		harverLinks(`${FILES}/old`, `${FILES}/fresh`);
		files()
			.get('/old')
			.reply(status, '<html>Request has expired</html>', { 'content-type': 'text/html' });
		files().get('/fresh').reply(200, PDF, asPdf);
		expect((await run(download)).json).toMatchObject([{ fileSize: PDF.length }]);
	});

	it.each([
		['a web page', '<html>Log in</html>', 'text/html', 'a web page'],
		[
			'a web page that calls itself a PDF',
			'<html>Log in</html>',
			'application/pdf',
			'a file that is not a PDF',
		],
		['nothing', '', 'application/pdf', 'a file that is not a PDF'],
	])('fails after two fresh links that returned %s', async (_what, body, type, saw) => {
		harverLinks(`${FILES}/1`, `${FILES}/2`, `${FILES}/3`);
		for (const path of ['/1', '/2', '/3'])
			files().get(path).reply(200, body, { 'content-type': type });
		const { error } = await run(download);
		expect(error?.message).toBe(LOST);
		expect(error?.description).toContain(`The last one returned ${saw}.`);
		expect(JSON.stringify(error)).not.toContain(FILES);
	});

	it('tries again when the file host cannot be reached or the connection ends early', async () => {
		harverLinks(`${FILES}/1`, `${FILES}/2`, `${FILES}/3`);
		files()
			.get('/1')
			.replyWithError(Object.assign(new Error('refused'), { code: 'ECONNREFUSED' }));
		files()
			.get('/2')
			.reply(200, () => Readable.from(brokenOff()), asPdf);
		files().get('/3').reply(200, PDF, asPdf);
		expect((await run(download)).json).toMatchObject([{ fileSize: PDF.length }]);
	});

	it('does not wait as long as a file host asks', async () => {
		harverLinks(`${FILES}/1`);
		files().get('/1').reply(503, '', { 'retry-after': '300' });
		expect((await run(download)).error?.description).toContain('status 503');
	});

	it('ignores a nonsensical wait of a file host and uses a fresh link', async () => {
		harverLinks(`${FILES}/1`, `${FILES}/2`);
		files().get('/1').reply(503, '', { 'retry-after': '1795892233' });
		files().get('/2').reply(200, PDF, asPdf);
		expect((await run(download)).json).toMatchObject([{ fileSize: PDF.length }]);
	});

	it('follows a redirect to another host over https, without a token', async () => {
		harverLinks(`${FILES}/report`);
		files().get('/report').reply(302, '', { location: 'https://store.example.org/report' });
		nock('https://store.example.org', { badheaders: ['authorization'] })
			.get('/report')
			.reply(200, PDF, asPdf);
		expect((await run(download)).json).toMatchObject([{ fileSize: PDF.length }]);
	});

	it.each([
		'http://files.example.org/report',
		'file:///etc/passwd',
		'nonsense',
		'http://localhost.example.org/report',
	])('rejects the link %s', async (url) => {
		harverLinks(url);
		expect((await run(download)).error?.message).toBe(
			`Harver's link to the report of the application ${APPLICATION} is not safe`,
		);
	});

	it('rejects a redirect away from https', async () => {
		harverLinks(`${FILES}/report`);
		files().get('/report').reply(301, '', { location: 'http://files.example.org/report' });
		expect((await run(download)).error?.message).toMatch(/is not safe$/u);
	});

	it('allows plain http on this machine, for the sandbox', async () => {
		harverLinks('http://127.0.0.1:4999/report');
		nock('http://127.0.0.1:4999', { badheaders: ['authorization'] })
			.get('/report')
			.reply(200, PDF, asPdf);
		expect((await run(download)).json).toMatchObject([{ fileSize: PDF.length }]);
	});

	it.each([
		['that says so', { ...asPdf, 'content-length': '1048577' }],
		['that does not say so', asPdf],
	])('rejects a file that is too large, %s', async (_what, headers) => {
		harverLinks(`${FILES}/report`);
		files()
			.get('/report')
			.reply(200, Buffer.concat([PDF, Buffer.alloc(1_048_577 - PDF.length)]), headers);
		const { error } = await run({ ...download, options: { maxMegabytes: 1 } });
		expect(error?.message).toBe(
			`The PDF of the report of the application ${APPLICATION} is larger than 1 MB`,
		);
	});

	it('says that the candidate has not finished', async () => {
		harver()
			.get(`/applications/${APPLICATION}`)
			.query({ include: 'report' })
			.reply(200, { data: { id: APPLICATION, attributes: { status: 'in-progress' } } });
		const { error } = await run(download);
		expect(error?.message).toBe(
			`Harver has no link to the report of the application ${APPLICATION}`,
		);
		expect(error?.description).toBe(
			'The candidate has not finished (status "in-progress"). Harver creates the document once they finish.',
		);
	});
});
