import type { IBinaryData, INodeExecutionData } from 'n8n-workflow';

import { byId, expectEveryRequest, lever, opportunity } from './lever';

expectEveryRequest();

const create = '/v1/opportunities?perform_as=u1';
const ada = {
	name: 'Ada Example',
	emails: 'ada@example.org, ada2@example.org',
	performAs: byId('u1'),
	resume: 'cv',
};

/** Bytes that would change if they were read as text. */
const PDF = Buffer.from([0x25, 0x50, 0x44, 0x46, 0xff, 0xfe, 0x00, 0x0d, 0x0a]);

const binary = (bytes: Buffer, fields: Partial<IBinaryData> = {}): IBinaryData => ({
	data: bytes.toString('base64'),
	mimeType: 'application/pdf',
	fileName: 'cv.pdf',
	fileExtension: 'pdf',
	...fields,
});

const item = (files: Record<string, IBinaryData>): INodeExecutionData => ({
	json: {},
	binary: files,
});

/** A request with a form; nock returns a body that is not text in hexadecimal. */
interface Sent {
	contentType: unknown;
	body: unknown;
}

/** Parses a form that was sent with the platform's parser: files as name, type and content. */
async function formOf({ contentType, body }: Sent): Promise<[string, unknown][]> {
	const form = await new Response(Buffer.from(body as string, 'hex'), {
		headers: { 'content-type': contentType as string },
	}).formData();
	const parts: [string, FormDataEntryValue][] = [];
	form.forEach((value, name) => parts.push([name, value]));
	return await Promise.all(
		parts.map(async ([name, value]): Promise<[string, unknown]> => [
			name,
			typeof value === 'string'
				? value
				: [value.name, value.type, Buffer.from(await value.arrayBuffer()).toString('hex')],
		]),
	);
}

/** Answers a request to create an opportunity and keeps its form. */
function takeForm(status: number, sent: Sent[], path = create): void {
	lever()
		.post(path)
		.reply(status, function (_uri, body) {
			sent.push({ contentType: this.req.headers['content-type'], body });
			return { deduped: false, data: { id: 'o1' } };
		});
}

describe('creating an opportunity with files', () => {
	it('sends the fields and the files as a form', async () => {
		const sent: Sent[] = [];
		takeForm(201, sent);
		const files = {
			cv: binary(PDF),
			letter: binary(Buffer.from('Dear …'), {
				fileName: 'Brief "Ä".txt',
				mimeType: 'text/plain',
				fileExtension: 'txt',
			}),
			photo: binary(PDF, { fileName: 'Photo.JPEG', mimeType: 'image/jpeg' }),
		};
		const { json, error } = await opportunity(
			'create',
			{
				...ada,
				postingId: byId('p1'),
				additionalFields: {
					files: 'letter, photo',
					tags: 'A',
					phones: {
						phone: [
							{ value: '1', type: 'mobile' },
							{ value: '2', type: '' },
						],
					},
					archiveReason: 'r1',
					archivedAt: '={{ 1767258000002 }}',
					createdAt: '={{ 1767258000001 }}',
				},
			},
			{ items: [item(files)] },
		);
		expect(error).toBeUndefined();
		expect(json).toEqual([{ id: 'o1', deduped: false }]);
		expect(sent).toHaveLength(1);
		expect(await Promise.all(sent.map(formOf))).toEqual([
			[
				['name', 'Ada Example'],
				['emails[]', 'ada@example.org'],
				['emails[]', 'ada2@example.org'],
				['phones[][value]', '1'],
				['phones[][value]', '2'],
				['postings[]', 'p1'],
				['tags[]', 'A'],
				['createdAt', '1767258000001'],
				['archived[reason]', 'r1'],
				['archived[archivedAt]', '1767258000002'],
				['resumeFile', ['cv.pdf', 'application/pdf', PDF.toString('hex')]],
				['files[]', ["Brief 'Ä'.txt", 'text/plain', Buffer.from('Dear …').toString('hex')]],
				['files[]', ['Photo.JPEG', 'image/jpeg', PDF.toString('hex')]],
			],
		]);
	});

	it('sends the same form again after a failure without effect', async () => {
		const sent: Sent[] = [];
		takeForm(429, sent);
		takeForm(201, sent);
		expect((await opportunity('create', ada, { items: [item({ cv: binary(PDF) })] })).json).toEqual(
			[{ id: 'o1', deduped: false }],
		);
		const [first, second] = await Promise.all(sent.map(formOf));
		expect(second).toEqual(first);
		expect(second).toContainEqual([
			'resumeFile',
			['cv.pdf', 'application/pdf', PDF.toString('hex')],
		]);
	});

	it('sends names without folders, and the name of the field for a file without one', async () => {
		const sent: Sent[] = [];
		takeForm(201, sent);
		const files = {
			cv: binary(PDF, { fileName: 'C:\\Users\\ada\\cv.pdf' }),
			letter: binary(PDF, { fileName: undefined }),
		};
		await opportunity(
			'create',
			{ ...ada, additionalFields: { files: '["letter"]' } },
			{ items: [item(files)] },
		);
		const [form = []] = await Promise.all(sent.map(formOf));
		expect(form.filter(([, value]) => Array.isArray(value))).toEqual([
			['resumeFile', ['cv.pdf', 'application/pdf', PDF.toString('hex')]],
			['files[]', ['letter.pdf', 'application/pdf', PDF.toString('hex')]],
		]);
	});

	it('accepts a resume as the only detail, and adds its missing extension', async () => {
		const sent: Sent[] = [];
		takeForm(201, sent, `${create}&parse=true`);
		await opportunity(
			'create',
			{ performAs: byId('u1'), resume: 'cv', options: { parse: true } },
			{ items: [item({ cv: binary(PDF, { fileName: 'resume' }) })] },
		);
		expect(await Promise.all(sent.map(formOf))).toEqual([
			[['resumeFile', ['resume.pdf', 'application/pdf', PDF.toString('hex')]]],
		]);
	});

	it.each([
		[
			'names a binary field that the item does not have',
			{ cv: binary(PDF) },
			{ resume: 'data' },
			"The item has no binary field 'data' [item 0]",
		],
		[
			'names a binary field, but the item has none',
			{},
			{ resume: 'data' },
			"'data', but none was found [item 0]",
		],
		[
			'has a file type that Lever does not accept',
			{ cv: binary(PDF, { fileName: 'cv.exe' }) },
			{},
			'The file in the binary field "cv" has a type that Lever does not accept: .exe',
		],
		[
			'has an empty file',
			{ cv: binary(Buffer.alloc(0)) },
			{},
			'The file in the binary field "cv" is empty',
		],
		[
			'has a file that n8n says is too large',
			{ cv: binary(PDF, { bytes: 31_457_281 }) },
			{},
			'The file in the binary field "cv" is too large for Lever: 30.0 MB',
		],
		[
			'has a file that is too large',
			{ cv: binary(PDF), big: binary(Buffer.alloc(31_457_281)) },
			{ additionalFields: { files: 'big' } },
			'The file in the binary field "big" is too large for Lever: 30.0 MB',
		],
	])('sends nothing when it %s', async (_, files, parameters, message) => {
		const { error } = await opportunity(
			'create',
			{ ...ada, ...parameters },
			{ items: [Object.keys(files).length > 0 ? item(files) : { json: {} }] },
		);
		expect(error?.message).toContain(message);
		expect(error?.context?.itemIndex).toBe(0);
	});
});
