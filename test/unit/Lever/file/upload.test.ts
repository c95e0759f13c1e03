import type { INodeExecutionData, INodeParameters } from 'n8n-workflow';

import { parseParts } from '../multipartBody';
import { byId, expectEverythingAsked, leverApi, runLever, watched } from '../runLever';

const FILES = '/v1/opportunities/opportunity-1/files';
const PDF = Buffer.from([0x25, 0x50, 0x44, 0x46, 0x00, 0x0d, 0x0a, 0xff, 0xfe, 0x80]);
const MEGABYTE = 1024 * 1024;

const upload = {
	resource: 'file',
	operation: 'upload',
	opportunityId: byId('opportunity-1'),
	performAs: byId('user-1'),
};
const uploadIfExists = (ifExists: string): INodeParameters => ({
	...upload,
	options: { ifExists },
});
const item = (fileName: string | undefined, bytes = PDF, field = 'data'): INodeExecutionData => ({
	json: {},
	binary: {
		[field]: {
			data: bytes.toString('base64'),
			mimeType: 'application/pdf',
			...(fileName === undefined ? {} : { fileName }),
		},
	},
});
const report = item('report.pdf');
/** A file that n8n keeps outside of the item. */
const large = () => ({
	data: 'filesystem-v2',
	id: 'filesystem-v2:gone',
	mimeType: 'application/pdf',
	fileName: 'report.pdf',
	bytes: 45 * MEGABYTE,
});
const stored = (id: string, fields: object = {}) => ({
	id,
	name: 'report.pdf',
	ext: '.pdf',
	status: 'processed',
	size: PDF.length,
	uploadedAt: 1_760_000_000_000,
	...fields,
});
const listed = (...files: object[]) => ({ data: files, hasNext: false });

afterEach(expectEverythingAsked);

describe('uploading a file', () => {
	it('sends it byte by byte, with its name and type, performed as a user', async () => {
		const lever = leverApi();
		const asked = watched(lever);
		lever.get(`${FILES}?limit=100`).reply(200, listed());
		lever.post(/files/u).reply(201, {
			data: stored('file-1', { size: String(PDF.length), uploadedAt: '1760000000000' }),
		});
		const { outputs } = await runLever(upload, { items: [report] });
		const sent = asked[1];
		expect(sent).toMatchObject({ method: 'POST', path: `${FILES}?perform_as=user-1` });
		expect(parseParts(sent?.body ?? '', sent?.contentType ?? '')).toEqual([
			{ name: 'file', fileName: 'report.pdf', contentType: 'application/pdf', bytes: PDF },
		]);
		expect(outputs[0]).toMatchObject([
			{
				json: {
					id: 'file-1',
					opportunityId: 'opportunity-1',
					uploaded: true,
					size: PDF.length,
					uploadedAt: 1_760_000_000_000,
				},
				pairedItem: { item: 0 },
			},
		]);
	});
	it('sends another field under another name', async () => {
		const lever = leverApi();
		const asked = watched(lever);
		lever.get(`${FILES}?limit=100`).reply(200, listed());
		lever.post(/files/u).reply(201, { data: stored('file-1') });
		await runLever(
			{ ...upload, binaryPropertyName: 'report', options: { fileName: 'Zoë "A"\r\n.pdf' } },
			{ items: [item('report.pdf', PDF, 'report')] },
		);
		expect(parseParts(asked[1]?.body ?? '', asked[1]?.contentType ?? '')).toMatchObject([
			{ name: 'file', fileName: "Zoë 'A' .pdf", bytes: PDF },
		]);
	});
	it('performs as the default user of the credential', async () => {
		const lever = leverApi();
		lever.get(`${FILES}?limit=100`).reply(200, listed());
		lever.post(`${FILES}?perform_as=user-9`).reply(201, { data: stored('file-1') });
		expect(
			(await runLever({ ...upload, performAs: byId('') }, { items: [report], performAs: 'user-9' }))
				.json,
		).toMatchObject([{ id: 'file-1' }]);
	});
});

describe('the name of the file', () => {
	const sentName = async (parameters: INodeParameters, file: INodeExecutionData) => {
		const lever = leverApi();
		const asked = watched(lever);
		lever.get(`${FILES}?limit=100`).reply(200, listed());
		lever.post(/files/u).reply(201, { data: stored('file-1') });
		await runLever({ ...upload, ...parameters }, { items: [file] });
		return parseParts(asked[1]?.body ?? '', asked[1]?.contentType ?? '')[0]?.fileName;
	};

	it.each([
		['C:\\candidates\\Ada Example\\report.pdf', 'report.pdf'],
		['/tmp/candidates/report.pdf', 'report.pdf'],
		['../../etc/report.pdf', 'report.pdf'],
		['report\u0000.pdf', 'report.pdf'],
		['report\r\nX-Header: 1.pdf', 'report X-Header: 1.pdf'],
		['Zoë "A".pdf', "Zoë 'A'.pdf"],
	])('%j is sent as %j', async (name, sent) => {
		expect(await sentName({}, item(name))).toBe(sent);
		expect(
			await sentName(
				{ options: { fileName: `={{ ${JSON.stringify(name)} }}` } },
				item('in-n8n.pdf'),
			),
		).toBe(sent);
	});
	it('is the one in n8n when the option contains only a folder', async () => {
		expect(await sentName({ options: { fileName: '/tmp/' } }, report)).toBe('report.pdf');
	});
	it('gets the extension that n8n knows when it has none', async () => {
		const file = item('report');
		if (file.binary?.data) file.binary.data.fileExtension = 'pdf';
		expect(await sentName({}, file)).toBe('report.pdf');
	});
});

describe('an existing file is skipped', () => {
	it.each([
		['a path', 'C:\\candidates\\report.pdf', { name: 'report.pdf' }],
		['a path, stored without the extension', '/tmp/report.pdf', { name: 'report', ext: '.pdf' }],
		['an extension in capitals', 'report.PDF', { name: 'report', ext: '.pdf' }],
		['double quotes', 'Zoë "A".pdf', { name: "Zoë 'A'.pdf" }],
		['line ends', 'report\r\n1.pdf', { name: 'report 1.pdf' }],
		['accents that Lever decomposes', 'Zo\u00eb.pdf', { name: 'Zoe\u0308.pdf' }],
		['accents that Lever reads as Latin-1', 'Zo\u00eb.pdf', { name: 'Zo\u00c3\u00ab.pdf' }],
		['an emoji cut in half', 'report \ud83d.pdf', { name: 'report \ufffd.pdf' }],
	])('when its name had %s', async (_what, name, fields) => {
		leverApi()
			.get(`${FILES}?limit=100`)
			.reply(200, listed(stored('file-1', { ext: '.pdf', ...fields })));
		expect((await runLever(upload, { items: [item(name)] })).json).toMatchObject([
			{ id: 'file-1', uploaded: false },
		]);
	});
});

describe('when the profile has a file of the same name', () => {
	const others = [
		stored('other', { name: 'other.pdf' }),
		stored('older', { uploadedAt: '1' }),
		stored('newer', { name: 'report', uploadedAt: '2' }),
	];
	it('uploads nothing and returns the most recent one', async () => {
		leverApi()
			.get(`${FILES}?limit=100`)
			.reply(200, listed(...others));
		const { json } = await runLever(upload, { items: [report] });
		expect(json).toMatchObject([
			{ id: 'newer', opportunityId: 'opportunity-1', uploaded: false, uploadedAt: 2 },
		]);
	});
	it('uploads another if set to', async () => {
		const lever = leverApi();
		lever.get(`${FILES}?limit=100`).reply(200, listed(...others));
		lever.post(`${FILES}?perform_as=user-1`).reply(201, { data: stored('file-1') });
		const { json } = await runLever(uploadIfExists('add'), { items: [report] });
		expect(json).toMatchObject([{ id: 'file-1', uploaded: true }]);
		expect(json[0]).not.toHaveProperty('replaced');
	});
	it('uploads the new file before deleting the old ones if set to replace', async () => {
		const lever = leverApi();
		const asked = watched(lever);
		lever.get(`${FILES}?limit=100`).reply(200, listed(...others));
		lever.post(`${FILES}?perform_as=user-1`).reply(201, { data: stored('file-1') });
		lever.delete(`${FILES}/older?perform_as=user-1`).reply(204);
		lever.delete(`${FILES}/newer?perform_as=user-1`).reply(204);
		const { json } = await runLever(uploadIfExists('replace'), { items: [report] });
		expect(asked.map(({ method }) => method)).toEqual(['GET', 'POST', 'DELETE', 'DELETE']);
		expect(json).toMatchObject([{ id: 'file-1', uploaded: true, replaced: ['older', 'newer'] }]);
	});
	it('deletes nothing when Lever rejects the new file', async () => {
		const lever = leverApi();
		lever.get(`${FILES}?limit=100`).reply(200, listed(...others));
		lever
			.post(`${FILES}?perform_as=user-1`)
			.reply(400, { code: 'BadRequest', message: 'file type' });
		expect((await runLever(uploadIfExists('replace'), { items: [report] })).error).toMatchObject({
			message: 'Lever refused to upload a file to the opportunity opportunity-1: file type',
		});
	});
	it('names an old file that cannot be deleted, and says that the new one is on the profile', async () => {
		const lever = leverApi();
		lever.get(`${FILES}?limit=100`).reply(200, listed(stored('older')));
		lever.post(`${FILES}?perform_as=user-1`).reply(201, { data: stored('file-1') });
		lever
			.delete(`${FILES}/older?perform_as=user-1`)
			.reply(403, { code: 'Forbidden', message: 'no' });
		const { error } = await runLever(uploadIfExists('replace'), { items: [report] });
		expect(error).toMatchObject({
			message: 'Lever refused to delete the file older of the opportunity opportunity-1: no',
		});
		expect(error?.description).toContain('The new file was uploaded. Delete the old one in Lever');
	});
});

describe('after a lost answer', () => {
	it('finds the uploaded file, even next to an older one of the same name and size', async () => {
		const lever = leverApi();
		lever.get(`${FILES}?limit=100`).reply(200, listed(stored('older')));
		lever
			.post(`${FILES}?perform_as=user-1`)
			.reply(500, { code: 'InternalServerError', message: 'oops' });
		lever
			.get(`${FILES}?limit=100`)
			.reply(
				200,
				listed(
					stored('older'),
					stored('short', { size: '3' }),
					stored('file-1', { size: String(PDF.length) }),
				),
			);
		expect((await runLever(uploadIfExists('add'), { items: [report] })).json).toMatchObject([
			{ id: 'file-1', uploaded: true },
		]);
	});
	it('uploads the file again when it is not there', async () => {
		const lever = leverApi();
		lever.get(`${FILES}?limit=100`).twice().reply(200, listed());
		lever
			.post(`${FILES}?perform_as=user-1`)
			.replyWithError(Object.assign(new Error('reset'), { code: 'ECONNRESET' }));
		const asked = watched(
			lever.post(`${FILES}?perform_as=user-1`).reply(201, { data: stored('file-1') }),
		);
		expect((await runLever(upload, { items: [report] })).json).toMatchObject([
			{ id: 'file-1', uploaded: true },
		]);
		expect(parseParts(asked.at(-1)?.body ?? '', asked.at(-1)?.contentType ?? '')).toMatchObject([
			{ bytes: PDF },
		]);
	});
});

describe('sends nothing', () => {
	it('without a user to perform as', async () => {
		const { error } = await runLever({ ...upload, performAs: byId('') }, { items: [report] });
		expect(error).toMatchObject({
			message: 'Lever requires a user for this operation',
			context: { itemIndex: 0 },
		});
	});
	it('when the item has no file in that field', async () => {
		const { error } = await runLever(
			{ ...upload, binaryPropertyName: 'report' },
			{ items: [report] },
		);
		expect(error?.name).toBe('NodeOperationError');
		expect(error?.message).toContain("no binary field 'report' [item 0]");
		expect(error?.description).toContain('input binary field name is correct');
	});
	it('when the item has no file at all', async () => {
		const { error } = await runLever(upload, { items: [{ json: {} }] });
		expect(error?.message).toContain("a binary file 'data', but none was found [item 0]");
	});
	it('when the file is larger than Lever accepts', async () => {
		const { error } = await runLever(upload, {
			items: [item('report.pdf', Buffer.alloc(30 * MEGABYTE + 1))],
		});
		expect(error).toMatchObject({
			message: 'The file in the binary field "data" is too large for Lever: 30.0 MB',
			context: { itemIndex: 0 },
		});
		expect(error?.description).toContain('of up to 30 MB');
	});
	it('when n8n knows that the file is too large, without reading it', async () => {
		expect(
			(await runLever(upload, { items: [{ json: {}, binary: { data: large() } }] })).error,
		).toMatchObject({
			message: 'The file in the binary field "data" is too large for Lever: 45.0 MB',
		});
	});
	it('when the file is empty', async () => {
		expect(
			(await runLever(upload, { items: [item('report.pdf', Buffer.alloc(0))] })).error,
		).toMatchObject({
			message: 'The file in the binary field "data" is empty',
			context: { itemIndex: 0 },
		});
	});
	it('when n8n knows that the file is empty, without reading it', async () => {
		const empty = { ...large(), bytes: 0 };
		expect(
			(await runLever(upload, { items: [{ json: {}, binary: { data: empty } }] })).error,
		).toMatchObject({ message: 'The file in the binary field "data" is empty' });
	});
	it('when the name of the file is only a path', async () => {
		expect((await runLever(upload, { items: [item('/tmp/..')] })).error).toMatchObject({
			message: 'The file in the binary field "data" has no name',
		});
	});
	it('when the file has no name', async () => {
		expect((await runLever(upload, { items: [item(undefined)] })).error).toMatchObject({
			message: 'The file in the binary field "data" has no name',
			context: { itemIndex: 0 },
		});
	});
});

it('sends a file of exactly 30 MB', async () => {
	const lever = leverApi();
	lever.get(`${FILES}?limit=100`).reply(200, listed());
	lever.post(`${FILES}?perform_as=user-1`).reply(201, { data: stored('file-1') });
	expect(
		(await runLever(upload, { items: [item('report.pdf', Buffer.alloc(30 * MEGABYTE))] })).json,
	).toMatchObject([{ uploaded: true }]);
});

it('uploads the same file for the same profile once in a run', async () => {
	const lever = leverApi();
	lever.get(`${FILES}?limit=100`).reply(200, listed());
	lever.post(`${FILES}?perform_as=user-1`).reply(201, { data: stored('file-1') });
	lever.get(`${FILES}?limit=100`).reply(200, listed(stored('file-1')));
	const { outputs } = await runLever(upload, { items: [report, report] });
	expect(outputs[0]).toMatchObject([
		{ json: { id: 'file-1', uploaded: true }, pairedItem: { item: 0 } },
		{ json: { id: 'file-1', uploaded: false }, pairedItem: { item: 1 } },
	]);
});

it('uploads a file once in concurrent runs', async () => {
	const onProfile: object[] = [];
	const lever = leverApi();
	lever
		.get(`${FILES}?limit=100`)
		.twice()
		.reply(200, () => listed(...onProfile));
	lever.post(`${FILES}?perform_as=user-1`).reply(201, () => {
		onProfile.push(stored('file-1'));
		return { data: stored('file-1') };
	});
	const runs = await Promise.all([
		runLever(upload, { items: [report] }),
		runLever(upload, { items: [report] }),
	]);
	expect(runs.map(({ json }) => json[0]?.uploaded).sort()).toEqual([false, true]);
});

it('continues with the other items when one has no file', async () => {
	const lever = leverApi();
	lever.get(`${FILES}?limit=100`).reply(200, listed());
	lever.post(`${FILES}?perform_as=user-1`).reply(201, { data: stored('file-1') });
	const { outputs } = await runLever(upload, {
		items: [{ json: {} }, report],
		continueOnFail: true,
	});
	expect(outputs[0]?.[0]?.json.error).toContain('none was found [item 0]');
	expect(outputs[0]).toMatchObject([
		{ pairedItem: { item: 0 } },
		{ json: { id: 'file-1', uploaded: true }, pairedItem: { item: 1 } },
	]);
});
