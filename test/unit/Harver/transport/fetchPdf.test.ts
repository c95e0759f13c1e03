import { randomBytes } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { Writable } from 'node:stream';
import { pipeline } from 'node:stream/promises';

import nock from 'nock';

import { fetchPdf, type PdfRequest } from '../../../../nodes/Harver/transport/fetchPdf';
import type { ByteStream } from '../../../../nodes/shared/http/byteStream';
import { inNode, inStoppableNode } from '../../inNode';

const MEGABYTE = 1024 * 1024;
const PDF = Buffer.concat([Buffer.from('%PDF-1.7\n'), randomBytes(3 * MEGABYTE)]);
const PIECE = Buffer.concat([Buffer.from('%PDF-1.7\n'), Buffer.alloc(64 * 1024)]);

type Answer = (request: IncomingMessage, response: ServerResponse) => void;

let answer: Answer;
let link: string;
let folder: string;
let closed: Promise<void>;
const server = createServer((request, response) => {
	closed = new Promise((resolve) =>
		response.once('close', () => {
			resolve();
		}),
	);
	answer(request, response);
});

beforeAll(async () => {
	// What nock puts around Node's http loses the end of a long response.
	nock.restore();
	await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
	link = `http://127.0.0.1:${(server.address() as AddressInfo).port.toString()}/report`;
	folder = await mkdtemp(path.join(tmpdir(), 'report-'));
});

afterAll(async () => {
	await new Promise((resolve) => server.close(resolve));
	await rm(folder, { recursive: true });
});

/** A response that goes on until the connection is closed. */
const endless =
	(type: string, status = 200): Answer =>
	(_request, response) => {
		response.writeHead(status, { 'content-type': type, location: '/elsewhere' });
		const more = (): void => {
			while (!response.destroyed && response.write(PIECE));
		};
		response.on('drain', more);
		more();
	};

/** Stores a file as n8n does. */
const onDisk = async (pdf: ByteStream): Promise<string> => {
	const file = path.join(folder, randomBytes(8).toString('hex'));
	await pipeline(pdf, createWriteStream(file));
	return file;
};

const storedBy = <T>(store: PdfRequest<T>['store']): PdfRequest<T> => ({
	maxBytes: 30 * MEGABYTE,
	attempt: 1,
	store,
});

describe('downloading a PDF', () => {
	it('stores each byte of one that is longer than any buffer', async () => {
		answer = (_request, response) =>
			response.writeHead(200, { 'content-type': 'application/pdf' }).end(PDF);
		const { value } = await inNode(
			async (context) => await fetchPdf(context, link, storedBy(onDisk)),
		);
		expect(value).toMatchObject({ size: PDF.length });
		expect((await readFile((value as { stored: string }).stored)).equals(PDF)).toBe(true);
	});

	it.each([
		['a web page', endless('text/html'), { problem: 'retry', received: 'a web page' }],
		['a failure', endless('text/html', 404), { problem: 'retry', received: 'status 404' }],
		[
			'something else',
			(_request: IncomingMessage, response: ServerResponse) => {
				response.writeHead(200).write('<html>');
			},
			{ problem: 'retry', received: 'a file that is not a PDF' },
		],
		['one that is too large', endless('application/pdf'), { problem: 'tooLarge' }],
	])(
		'closes the connection of a response that it does not read to its end: %s',
		async (_what, given, expected) => {
			answer = given;
			expect(
				(await inNode(async (context) => await fetchPdf(context, link, storedBy(onDisk)))).value,
			).toMatchObject(expected);
			await closed;
		},
	);

	it('closes the connection of a redirect with a long body', async () => {
		answer = (request, response) => {
			if (request.url === '/report') endless('text/html', 302)(request, response);
			else response.writeHead(200).end(PDF);
		};
		expect(
			(await inNode(async (context) => await fetchPdf(context, link, storedBy(onDisk)))).value,
		).toMatchObject({ size: PDF.length });
		await closed;
	});

	it('says that the response broke off when the second half is missing', async () => {
		answer = (_request, response) => {
			response
				.writeHead(200, { 'content-length': PDF.length.toString() })
				.write(PDF.subarray(0, 2 * MEGABYTE), () => response.destroy());
		};
		expect(
			(await inNode(async (context) => await fetchPdf(context, link, storedBy(onDisk)))).value,
		).toMatchObject({ problem: 'retry', received: 'no response, or one that broke off' });
	});

	it('reports a failure to store the file, and does not blame the link', async () => {
		answer = endless('application/pdf');
		const full = async (pdf: ByteStream): Promise<void> => {
			await pipeline(
				pdf,
				new Writable({
					write: (_chunk, _encoding, done) => {
						done(new Error('ENOSPC: no space left on device'));
					},
				}),
			);
		};
		expect(
			(await inNode(async (context) => await fetchPdf(context, link, storedBy(full)))).error
				?.message,
		).toContain('no space left');
		await closed;
	});

	it('stops with the execution', async () => {
		let hasBegun = (): void => undefined;
		const begun = new Promise<void>((resolve) => (hasBegun = resolve));
		answer = (_request, response) => {
			response.writeHead(200, { 'content-type': 'application/pdf' }).write(PIECE);
			hasBegun();
		};
		const execution = await inStoppableNode(
			async (context) => await fetchPdf(context, link, storedBy(onDisk)),
		);
		await begun;
		execution.stop();
		expect((await execution.ended).status).toBe('canceled');
		await closed;
	});
});
