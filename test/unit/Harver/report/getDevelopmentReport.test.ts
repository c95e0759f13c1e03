import { APPLICATION, expectsExactlyThis, harver, onApplication, run } from '../wire';

expectsExactlyThis();

const development = { resource: 'report', operation: 'getDevelopmentReport', ...onApplication };
const path = `/applications/${APPLICATION}/reports/development-reports`;

describe('Report > Get Development Report', () => {
	it('returns a link in a language', async () => {
		harver()
			.get(path)
			.query({ locale: 'nl-NL' })
			.reply(200, { data: { link: 'https://api.example.org/public/1' } });
		expect((await run({ ...development, locale: 'nl-NL' })).json).toEqual([
			{ applicationId: APPLICATION, locale: 'nl-NL', url: 'https://api.example.org/public/1' },
		]);
	});

	it('fails when Harver returns no link', async () => {
		harver()
			.get(path)
			.query({ locale: 'en-US' })
			.reply(200, { data: { type: 'reports' } });
		expect((await run(development)).error?.message).toBe(
			`Harver returned no link to the development report of the application ${APPLICATION}`,
		);
	});
});
