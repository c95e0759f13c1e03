import { inviteAndComplete, invite } from './testInvitations';
import { anyString, startTestSandbox, type Client, type TestSandbox } from './testSandbox';

let sandbox: TestSandbox;
let harver: Client;

beforeEach(async () => {
	sandbox = await startTestSandbox();
	harver = await sandbox.harverApi();
});

afterEach(async () => {
	await sandbox.close();
});

describe('reports', () => {
	const reportUrl = async (id: string): Promise<string> => {
		const { data } = await harver.get<{ included: { attributes: { url: string } }[] }>(
			`/applications/${id}?include=report`,
		);
		return data.included[0]?.attributes.url ?? '';
	};
	const fetchReport = async (url: string, headers: Record<string, string> = {}) =>
		await sandbox.web.get<Buffer>(url.slice(sandbox.url.length), {
			headers,
			responseType: 'arraybuffer',
		});

	it('are PDFs behind links that expire after 15 minutes', async () => {
		const url = await reportUrl(await inviteAndComplete(sandbox, harver));
		const { status, headers, data } = await fetchReport(url);

		expect(status).toBe(200);
		expect(headers['content-type']).toBe('application/pdf');
		expect(data.subarray(0, 5).toString()).toBe('%PDF-');
		sandbox.clock.now += 15 * 60_000;
		expect((await fetchReport(url)).status).toBe(200);
		sandbox.clock.now += 1;
		expect((await fetchReport(url)).status).toBe(403);
	});

	it('reject altered links and requests with an access token', async () => {
		const url = await reportUrl(await inviteAndComplete(sandbox, harver));

		expect((await fetchReport(url.replace('/report?', '/fact-sheet?'))).status).toBe(403);
		expect((await fetchReport(url.replace(/expires=\d+/u, 'expires=9999999999999'))).status).toBe(
			403,
		);
		expect((await fetchReport(url, { authorization: 'Bearer token' })).status).toBe(400);
		expect(sandbox.harver.reports.tokensReceived).toBe(1);
	});

	it('can be large, broken or expired on request', async () => {
		const url = await reportUrl(await inviteAndComplete(sandbox, harver));
		const size = 30 * 1024 * 1024;

		await sandbox.control.put('/harver/reports', { minSize: size });
		expect((await fetchReport(url)).data).toHaveLength(size);
		await sandbox.control.put('/harver/reports', { answer: 'html' });
		expect(await fetchReport(url)).toMatchObject({
			status: 200,
			headers: { 'content-type': 'text/html; charset=utf-8' },
		});
		await sandbox.control.put('/harver/reports', { answer: 'expired' });
		expect((await fetchReport(url)).status).toBe(403);
		await sandbox.control.put('/harver/reports', {});
		expect((await fetchReport(url)).headers['content-type']).toBe('application/pdf');
	});

	it('have links to share them once completed', async () => {
		const { applicationId } = (await invite(harver)).data.data;
		const hub = `/applications/${applicationId}/reports/reports-hub?expiresIn=1209600&allowedPII=true`;
		expect(await harver.get(hub)).toMatchObject({
			status: 404,
			data: { errors: [{ id: 'Not Found', detail: anyString }] },
		});
		sandbox.harver.complete(applicationId, 82);

		for (const path of [
			hub,
			`/applications/${applicationId}/reports/development-reports?locale=en-GB`,
			`/applications/${applicationId}/reports/interview-guides`,
		]) {
			const { status, data } = await harver.get<{ data: { link: string } }>(path);
			expect(status).toBe(200);
			expect((await sandbox.web.get(data.data.link.slice(sandbox.url.length))).status).toBe(200);
		}
		expect((await harver.get(hub.replace('1209600', '60'))).status).toBe(400);
		expect((await harver.get(hub.replace('&allowedPII=true', ''))).status).toBe(400);
		expect(
			(await harver.get(`/applications/${applicationId}/reports/development-reports`)).status,
		).toBe(400);
	});
});
