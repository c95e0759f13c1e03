import { byId, expectEverythingAsked, leverApi, runLever, watched } from '../runLever';

const get = {
	resource: 'resume',
	operation: 'get',
	opportunityId: byId('opportunity-1'),
	resumeId: byId('resume/1'),
};

afterEach(expectEverythingAsked);

it('returns the resume as parsed by Lever', async () => {
	const resume = {
		id: 'resume/1',
		createdAt: 1,
		file: { name: 'cv', ext: '.pdf', size: '9' },
		parsedData: { positions: [{ org: 'Acme' }], schools: [] },
	};
	const asked = watched(leverApi().get(/./u).reply(200, { data: resume }));
	expect((await runLever(get)).json).toEqual([
		{ ...resume, file: { name: 'cv', ext: '.pdf', size: 9 }, opportunityId: 'opportunity-1' },
	]);
	expect(asked).toMatchObject([
		{ method: 'GET', path: '/v1/opportunities/opportunity-1/resumes/resume%2F1' },
	]);
});

it('names the missing resume', async () => {
	leverApi()
		.get(/./u)
		.reply(404, { code: 'ResourceNotFound', message: 'resumes resume/1 was not found' });
	expect((await runLever(get)).error).toMatchObject({
		message:
			'Lever refused to read the resume resume/1 of the opportunity opportunity-1: resumes resume/1 was not found',
	});
});
