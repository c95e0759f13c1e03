import { APPLICATION, expectsExactlyThis, harver, onApplication, run } from '../wire';

expectsExactlyThis();

const links = { resource: 'report', operation: 'getLinks', ...onApplication };

describe('Report > Get Links', () => {
	it('returns the links to the report, the fact sheet and the candidate page', async () => {
		harver()
			.get(`/applications/${APPLICATION}`)
			.query({ include: 'report' })
			.matchHeader('accept-language', 'de')
			.reply(200, {
				data: { id: APPLICATION, attributes: { status: 'hired', completedAt: 1_760_003_600 } },
				included: [
					{
						type: 'fact-sheets',
						attributes: { url: 'https://files.example.org/facts', expiresAt: 1_760_004_500 },
					},
					{
						type: 'reports',
						attributes: { url: 'https://files.example.org/report', expiresAt: 1_760_004_500 },
					},
					{
						type: 'candidate-detail-page',
						attributes: { url: 'https://app.example.org/candidate' },
					},
				],
			});
		const expiresAt = '2025-10-09T10:08:20.000Z';
		expect((await run({ ...links, options: { language: 'de' } })).json).toEqual([
			{
				applicationId: APPLICATION,
				status: 'hired',
				completed: true,
				report: { url: 'https://files.example.org/report', expiresAt },
				factSheet: { url: 'https://files.example.org/facts', expiresAt },
				candidatePage: { url: 'https://app.example.org/candidate' },
			},
		]);
	});

	it('returns null for links that do not exist yet', async () => {
		harver()
			.get(`/applications/${APPLICATION}`)
			.query({ include: 'report' })
			.reply(200, { data: { id: APPLICATION, attributes: { status: 'in-progress' } } });
		expect((await run(links)).json).toEqual([
			{
				applicationId: APPLICATION,
				status: 'in-progress',
				completed: false,
				report: null,
				factSheet: null,
				candidatePage: null,
			},
		]);
	});
});
