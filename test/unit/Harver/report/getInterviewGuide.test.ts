import { APPLICATION, expectsExactlyThis, harver, onApplication, run } from '../wire';

expectsExactlyThis();

const guide = { resource: 'report', operation: 'getInterviewGuide', ...onApplication };
const path = `/applications/${APPLICATION}/reports/interview-guides`;

describe('Report > Get Interview Guide', () => {
	it('returns a link', async () => {
		harver()
			.get(path)
			.query({})
			.reply(200, { data: { link: 'https://api.example.org/public/2' } });
		expect((await run(guide)).json).toEqual([
			{ applicationId: APPLICATION, url: 'https://api.example.org/public/2' },
		]);
	});

	it('returns a link that works for two months', async () => {
		harver()
			.get(path)
			.query({ extendedValidity: 'true' })
			.reply(200, { data: { link: 'https://api.example.org/public/2' } });
		expect((await run({ ...guide, extendedValidity: true })).error).toBeUndefined();
	});
});
