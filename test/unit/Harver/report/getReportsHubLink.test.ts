import { APPLICATION, expectsExactlyThis, harver, onApplication, run } from '../wire';

expectsExactlyThis();

const hub = { resource: 'report', operation: 'getReportsHubLink', ...onApplication };
const path = `/applications/${APPLICATION}/reports/reports-hub`;

describe('Report > Get Reports Hub Link', () => {
	it.each([
		[14, '1209600'],
		[365, '31536000'],
	])('creates a link for %d days, without personal data', async (validForDays, expiresIn) => {
		harver()
			.get(path)
			.query({ expiresIn, allowedPII: 'false' })
			.reply(200, { data: { link: 'https://app.example.org/reports-hub?token=1' } });
		const before = Date.now();
		const { json } = await run({ ...hub, validForDays });
		expect(json).toEqual([
			{
				applicationId: APPLICATION,
				url: 'https://app.example.org/reports-hub?token=1',
				expiresAt: expect.any(String) as string,
			},
		]);
		expect(
			Date.parse(json[0]?.expiresAt as string) - before - Number(expiresIn) * 1000,
		).toBeLessThan(60_000);
	});

	it('shows personal data if chosen', async () => {
		harver()
			.get(path)
			.query({ expiresIn: '2592000', allowedPII: 'true' })
			.reply(200, { data: { link: 'https://app.example.org/reports-hub?token=1' } });
		expect((await run({ ...hub, allowedPII: true })).error).toBeUndefined();
	});

	it.each([13, 13.99, 366, Number.NaN])(
		'rejects %d days before it sends a request',
		async (validForDays) => {
			expect((await run({ ...hub, validForDays })).error?.message).toBe(
				'A Reports Hub link is valid for 14 to 365 days',
			);
		},
	);

	it('keeps the link out of the error when Harver rejects the request', async () => {
		harver()
			.get(path)
			.query(true)
			.reply(404, {
				errors: [
					{
						id: 'Not Found',
						status: 404,
						title: 'Not Found',
						detail: 'Cannot generate https://app.example.org/x?token=1',
					},
				],
			});
		expect((await run(hub)).error?.message).toBe(
			`Harver refused to get the Reports Hub of the application ${APPLICATION}: Not Found: Cannot generate [link]`,
		);
	});
});
