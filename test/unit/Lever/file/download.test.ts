import { readFile } from '../../../harness';
import { byId, expectEverythingAsked, leverApi, runLever } from '../runLever';

const download = {
	resource: 'file',
	operation: 'download',
	opportunityId: byId('opportunity-1'),
	fileId: byId('file-1'),
};
const FILE = '/v1/opportunities/opportunity-1/files/file-1';
const PDF = Buffer.from([0x25, 0x50, 0x44, 0x46, 0x00, 0x0d, 0x0a, 0xff, 0xfe, 0x80]);
const RECORD = {
	id: 'file-1',
	name: 'report.pdf',
	ext: '.pdf',
	size: '10',
	downloadUrl: 'https://hire.lever.co/files/file-1',
};

afterEach(expectEverythingAsked);

it('returns the file, byte by byte, with its record', async () => {
	const lever = leverApi();
	lever.get(FILE).reply(200, { data: RECORD });
	lever.get(`${FILE}/download`).reply(200, PDF, { 'content-type': 'application/octet-stream' });
	const { outputs } = await runLever(download);
	expect(outputs[0]).toMatchObject([
		{ json: { id: 'file-1', size: 10, opportunityId: 'opportunity-1' }, pairedItem: { item: 0 } },
	]);
	const file = outputs[0]?.[0]?.binary?.data;
	expect(file).toMatchObject({
		fileName: 'report.pdf',
		mimeType: 'application/pdf',
		fileExtension: 'pdf',
	});
	expect(await readFile(file)).toEqual(PDF);
});

it('puts the file in the chosen field and adds a missing extension to its name', async () => {
	const lever = leverApi();
	lever.get(FILE).reply(200, { data: { ...RECORD, name: 'report' } });
	lever.get(`${FILE}/download`).reply(200, PDF);
	const { outputs } = await runLever({ ...download, binaryPropertyName: 'report' });
	expect(Object.keys(outputs[0]?.[0]?.binary ?? {})).toEqual(['report']);
	expect(outputs[0]?.[0]?.binary?.report).toMatchObject({ fileName: 'report.pdf' });
});

it('passes on a JSON file unchanged', async () => {
	const lever = leverApi();
	lever.get(FILE).reply(200, { data: { id: 'file-1', name: 'scores.json' } });
	lever
		.get(`${FILE}/download`)
		.reply(200, '{ "score":  7 }', { 'content-type': 'application/json' });
	const { outputs } = await runLever(download);
	expect((await readFile(outputs[0]?.[0]?.binary?.data)).toString()).toBe('{ "score":  7 }');
});

it('reports a file that Lever could not process', async () => {
	const lever = leverApi();
	lever.get(FILE).reply(200, { data: RECORD });
	lever.get(`${FILE}/download`).reply(422, { code: 'Unprocessable', message: 'unprocessable' });
	const { error } = await runLever(download);
	expect(error?.message).toContain(
		'Lever refused to download the file file-1 of the opportunity opportunity-1',
	);
	expect(error).toMatchObject({ httpCode: '422' });
	expect(error?.description).toContain(
		'Lever could not process this file, so it cannot be downloaded.',
	);
});

it('requires a field to put the file in', async () => {
	leverApi().get(FILE).reply(200, { data: RECORD });
	expect(
		(await runLever({ ...download, binaryPropertyName: '={{ $json.field }}' })).error,
	).toMatchObject({ message: 'No output field was provided' });
});
