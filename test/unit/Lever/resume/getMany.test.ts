import { byId, expectEverythingAsked, leverApi, runLever, watched } from '../runLever';

const getMany = { resource: 'resume', operation: 'getMany', opportunityId: byId('opportunity-1') };
const RESUMES = '/v1/opportunities/opportunity-1/resumes';

afterEach(expectEverythingAsked);

it('returns one item per resume, with or without a file', async () => {
	leverApi()
		.get(`${RESUMES}?limit=50`)
		.reply(200, {
			data: [
				{ id: 'resume-1', file: { name: 'cv.pdf', size: '9', uploadedAt: '1760000000000' } },
				{ id: 'resume-2', parsedData: {} },
			],
			hasNext: false,
		});
	expect((await runLever(getMany)).json).toEqual([
		{
			id: 'resume-1',
			opportunityId: 'opportunity-1',
			file: { name: 'cv.pdf', size: 9, uploadedAt: 1_760_000_000_000 },
		},
		{ id: 'resume-2', opportunityId: 'opportunity-1', parsedData: {} },
	]);
});

it('sends the dates in milliseconds, read in the time zone of the workflow', async () => {
	const lever = leverApi()
		.get(/resumes/u)
		.reply(200, { data: [] });
	const asked = watched(lever);
	await runLever({
		...getMany,
		filters: { uploadedAfter: 1_760_000_000_000, uploadedBefore: '2026-03-31T09:00:00.000-04:00' },
	});
	expect(asked).toMatchObject([
		{
			method: 'GET',
			path: `${RESUMES}?uploaded_at_start=1760000000000&uploaded_at_end=${String(Date.UTC(2026, 2, 31, 13))}&limit=50`,
		},
	]);
});

it('continues with the other items when an opportunity is missing', async () => {
	const lever = leverApi();
	lever
		.get('/v1/opportunities/a/resumes?limit=50')
		.reply(404, { code: 'ResourceNotFound', message: 'opportunities a was not found' });
	lever.get('/v1/opportunities/b/resumes?limit=50').reply(200, { data: [{ id: 'resume-1' }] });
	const { outputs } = await runLever(
		{ ...getMany, opportunityId: byId('={{ $json.id }}') },
		{ items: [{ json: { id: 'a' } }, { json: { id: 'b' } }], continueOnFail: true },
	);
	expect(outputs[0]).toMatchObject([
		{
			json: {
				error:
					'Lever refused to read the resumes of the opportunity a: opportunities a was not found',
			},
			pairedItem: { item: 0 },
		},
		{ json: { id: 'resume-1', opportunityId: 'b' }, pairedItem: { item: 1 } },
	]);
});
