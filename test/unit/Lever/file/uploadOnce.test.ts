import nock from 'nock';

import { byId, expectEverythingAsked, leverApi, runLever } from '../runLever';

const report = {
	json: {},
	binary: {
		data: {
			data: Buffer.from('%PDF').toString('base64'),
			mimeType: 'application/pdf',
			fileName: 'report.pdf',
		},
	},
};

const upload = async (
	opportunityId: string,
	run: { skipLookup: boolean; mode?: 'trigger' | 'retry' },
): ReturnType<typeof runLever> =>
	await runLever(
		{
			resource: 'file',
			operation: 'upload',
			opportunityId: byId(opportunityId),
			performAs: byId('user-1'),
			options: { skipLookup: run.skipLookup },
		},
		{ items: [report], mode: run.mode ?? 'trigger' },
	);

/** A profile that keeps its files and counts how often they are listed. */
function profile(id: string): { files: object[]; lists: () => number } {
	const files: object[] = [];
	let lists = 0;
	const path = `/v1/opportunities/${id}/files`;
	leverApi()
		.get(`${path}?limit=100`)
		.optionally()
		.times(5)
		.reply(200, () => {
			lists += 1;
			return { data: files, hasNext: false };
		});
	leverApi()
		.post(`${path}?perform_as=user-1`)
		.optionally()
		.times(5)
		.delay(50)
		.reply(201, () => {
			const file = { id: `file-${files.length.toString()}`, name: 'report.pdf', size: 4 };
			files.push(file);
			return { data: file };
		});
	return { files, lists: () => lists };
}

describe('uploading a file with Skip Lookup', () => {
	afterEach(expectEverythingAsked);
	afterEach(() => {
		nock.cleanAll();
	});

	it('saves a request, and uploads nothing when the step runs again', async () => {
		const { files, lists } = profile('upload-1');
		for (const uploaded of [true, false]) {
			expect((await upload('upload-1', { skipLookup: true })).json).toMatchObject([
				{ id: 'file-0', opportunityId: 'upload-1', uploaded },
			]);
		}
		expect([files.length, lists()]).toEqual([1, 1]);
	});

	it('uploads once when a concurrent execution was faster', async () => {
		const { files } = profile('upload-2');
		const runs = await Promise.all([
			upload('upload-2', { skipLookup: false }),
			upload('upload-2', { skipLookup: true }),
		]);
		expect(runs.map(({ json }) => json[0]?.uploaded).sort()).toEqual([false, true]);
		expect(files).toHaveLength(1);
	});

	it('still looks for a file when an execution is retried', async () => {
		const { files, lists } = profile('upload-3');
		files.push({ id: 'from-before', name: 'report.pdf', size: 4 });
		expect((await upload('upload-3', { skipLookup: true, mode: 'retry' })).json).toMatchObject([
			{ id: 'from-before', uploaded: false },
		]);
		expect(lists()).toBe(1);
	});

	it('looks for a file whose upload may have succeeded', async () => {
		leverApi()
			.post(/upload-4/u)
			.reply(500, { code: 'InternalServerError', message: 'oops' });
		leverApi()
			.get(/upload-4/u)
			.reply(403, { code: 'Forbidden', message: 'not now' });
		expect((await upload('upload-4', { skipLookup: true })).error?.message).toContain(
			'upload a file to the opportunity upload-4',
		);

		const { files } = profile('upload-4');
		files.push({ id: 'from-the-first-try', name: 'report.pdf', size: 4 });
		expect((await upload('upload-4', { skipLookup: true })).json).toMatchObject([
			{ id: 'from-the-first-try', uploaded: false },
		]);
	});
});
