import { readFile } from '../../../harness';
import { byId, expectEverythingAsked, leverApi, runLever } from '../runLever';

const download = {
	resource: 'resume',
	operation: 'download',
	opportunityId: byId('opportunity-1'),
	resumeId: byId('resume-1'),
};
const RESUME = '/v1/opportunities/opportunity-1/resumes/resume-1';
const DOC = Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0x00, 0x0d, 0x0a, 0xff]);

afterEach(expectEverythingAsked);

it('returns the file, byte by byte, with the parsed resume', async () => {
	const lever = leverApi();
	lever.get(RESUME).reply(200, {
		data: { id: 'resume-1', file: { name: 'cv', ext: '.doc' }, parsedData: { positions: [] } },
	});
	lever.get(`${RESUME}/download`).reply(200, DOC);
	const { outputs } = await runLever({ ...download, binaryPropertyName: 'cv' });
	expect(outputs[0]).toMatchObject([
		{
			json: { id: 'resume-1', parsedData: { positions: [] }, opportunityId: 'opportunity-1' },
			pairedItem: { item: 0 },
		},
	]);
	const file = outputs[0]?.[0]?.binary?.cv;
	expect(file).toMatchObject({ fileName: 'cv.doc', mimeType: 'application/msword' });
	expect(await readFile(file)).toEqual(DOC);
});

it("uses a default name and Lever's content type when there is no name", async () => {
	const lever = leverApi();
	lever.get(RESUME).reply(200, { data: { id: 'resume-1' } });
	lever.get(`${RESUME}/download`).reply(200, DOC, { 'content-type': 'application/msword' });
	expect((await runLever(download)).outputs[0]?.[0]?.binary?.data).toMatchObject({
		fileName: 'resume-resume-1',
		mimeType: 'application/msword',
	});
});

it('reports when there is no file to download', async () => {
	const lever = leverApi();
	lever.get(RESUME).reply(200, { data: { id: 'resume-1' } });
	lever.get(`${RESUME}/download`).reply(404, { code: 'ResourceNotFound', message: 'no file' });
	const { error } = await runLever(download);
	expect(error?.message).toContain(
		'Lever refused to download the resume resume-1 of the opportunity opportunity-1',
	);
	expect(error).toMatchObject({ httpCode: '404' });
});
