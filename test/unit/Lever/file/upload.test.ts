import type { INodeExecutionData, INodeParameters } from 'n8n-workflow';

import { partsOf } from '../multipartBody';
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

describe('a file is put on the profile', () => {
	it('byte by byte, with its name and type, in the name of a user', async () => {
		const lever = leverApi();
		const asked = watched(lever);
		lever.get(`${FILES}?limit=100`).reply(200, listed());
		lever.post(/files/u).reply(201, {
			data: stored('file-1', { size: String(PDF.length), uploadedAt: '1760000000000' }),
		});
		const { outputs } = await runLever(upload, { items: [report] });
		const sent = asked[1];
		expect(sent).toMatchObject({ method: 'POST', path: `${FILES}?perform_as=user-1` });
		expect(partsOf(sent?.body ?? '', sent?.contentType ?? '')).toEqual([
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
	it('from another field, under a name of its own that is not plain', async () => {
		const lever = leverApi();
		const asked = watched(lever);
		lever.get(`${FILES}?limit=100`).reply(200, listed());
		lever.post(/files/u).reply(201, { data: stored('file-1') });
		await runLever(
			{ ...upload, binaryPropertyName: 'report', options: { fileName: 'Zoë "A"\r\n.pdf' } },
			{ items: [item('report.pdf', PDF, 'report')] },
		);
		expect(partsOf(asked[1]?.body ?? '', asked[1]?.contentType ?? '')).toMatchObject([
			{ name: 'file', fileName: "Zoë 'A' .pdf", bytes: PDF },
		]);
	});
	it('in the name of the default user of the credential', async () => {
		const lever = leverApi();
		lever.get(`${FILES}?limit=100`).reply(200, listed());
		lever.post(`${FILES}?perform_as=user-9`).reply(201, { data: stored('file-1') });
		expect(
			(await runLever({ ...upload, performAs: byId('') }, { items: [report], performAs: 'user-9' }))
				.json,
		).toMatchObject([{ id: 'file-1' }]);
	});
});

describe('when the profile has a file of that name', () => {
	const others = [
		stored('other', { name: 'other.pdf' }),
		stored('older', { uploadedAt: '1' }),
		stored('newer', { name: 'report', uploadedAt: '2' }),
	];
	it('nothing is uploaded, and the newest of them is given', async () => {
		leverApi()
			.get(`${FILES}?limit=100`)
			.reply(200, listed(...others));
		const { json } = await runLever(upload, { items: [report] });
		expect(json).toMatchObject([
			{ id: 'newer', opportunityId: 'opportunity-1', uploaded: false, uploadedAt: 2 },
		]);
	});
	it('another one is added when so chosen', async () => {
		const lever = leverApi();
		lever.get(`${FILES}?limit=100`).reply(200, listed(...others));
		lever.post(`${FILES}?perform_as=user-1`).reply(201, { data: stored('file-1') });
		const { json } = await runLever(uploadIfExists('add'), { items: [report] });
		expect(json).toMatchObject([{ id: 'file-1', uploaded: true }]);
		expect(json[0]).not.toHaveProperty('replaced');
	});
	it('it is replaced when so chosen: the new one first, then the old ones go', async () => {
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
	it('nothing is deleted when the new one is refused', async () => {
		const lever = leverApi();
		lever.get(`${FILES}?limit=100`).reply(200, listed(...others));
		lever
			.post(`${FILES}?perform_as=user-1`)
			.reply(400, { code: 'BadRequest', message: 'file type' });
		expect((await runLever(uploadIfExists('replace'), { items: [report] })).error).toMatchObject({
			message: 'Lever refused to upload a file to the opportunity opportunity-1: file type',
		});
	});
	it('an old one that cannot be deleted is named, and that the new one is there', async () => {
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
		expect(error?.description).toContain(
			'The new file is on the profile. Delete the old one in Lever',
		);
	});
});

describe('when Lever fails without saying whether it took the file', () => {
	it('the one that is there now stands for it, even beside an equal older one', async () => {
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
	it('it is sent again when it is not there, and ends in one', async () => {
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
		expect(partsOf(asked.at(-1)?.body ?? '', asked.at(-1)?.contentType ?? '')).toMatchObject([
			{ bytes: PDF },
		]);
	});
});

describe('nothing is sent', () => {
	it('without a user on whose behalf it is done', async () => {
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
	it('when the file is larger than Lever takes', async () => {
		const { error } = await runLever(upload, {
			items: [item('report.pdf', Buffer.alloc(30 * MEGABYTE + 1))],
		});
		expect(error).toMatchObject({
			message: 'The file in the binary field "data" is too large for Lever: 30.0 MB',
			context: { itemIndex: 0 },
		});
		expect(error?.description).toContain('of up to 30 MB');
	});
	it('when n8n says already that the file is larger, before it is read', async () => {
		const large = {
			json: {},
			binary: {
				data: {
					data: 'filesystem-v2',
					id: 'filesystem-v2:gone',
					mimeType: 'application/pdf',
					fileName: 'report.pdf',
					bytes: 45 * MEGABYTE,
				},
			},
		};
		expect((await runLever(upload, { items: [large] })).error).toMatchObject({
			message: 'The file in the binary field "data" is too large for Lever: 45.0 MB',
		});
	});
	it('when the file has no name', async () => {
		expect((await runLever(upload, { items: [item(undefined)] })).error).toMatchObject({
			message: 'The file in the binary field "data" has no name',
			context: { itemIndex: 0 },
		});
	});
});

it('a file of exactly 30 MB is sent', async () => {
	const lever = leverApi();
	lever.get(`${FILES}?limit=100`).reply(200, listed());
	lever.post(`${FILES}?perform_as=user-1`).reply(201, { data: stored('file-1') });
	expect(
		(await runLever(upload, { items: [item('report.pdf', Buffer.alloc(30 * MEGABYTE))] })).json,
	).toMatchObject([{ uploaded: true }]);
});

it('the same file for the same profile twice in one run is uploaded once', async () => {
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

it('two runs at the same instant upload it once', async () => {
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
	expect(runs.map(({ json }) => json[0]?.uploaded)).toEqual([true, false]);
});

it('an item without a file does not stop the others', async () => {
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
