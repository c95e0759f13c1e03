import { startTestSandbox, type TestSandbox } from './testSandbox';

interface Listed {
	data: { id: string; name: string; tags: string[] }[];
	hasNext: boolean;
	next?: string;
}

let sandbox: TestSandbox;

beforeEach(async () => {
	sandbox = await startTestSandbox();
});

afterEach(async () => {
	await sandbox.close();
});

describe('50,000 opportunities', () => {
	it('are created, found, moved and paged within seconds of CPU time', async () => {
		const before = process.cpuUsage();
		const { data: seeded } = await sandbox.control.post<{ opportunityIds: string[] }>('/seed', {
			candidates: 50_000,
			posting: sandbox.postingId('Customer Support Agent'),
			stage: 'applicant-new',
		});
		const last = seeded.opportunityIds.at(-1) ?? '';
		await sandbox.leverApi.put(`/opportunities/${last}/stage`, { stage: 'offer' });
		const { data: byEmail } = await sandbox.leverApi.get<Listed>(
			'/opportunities?email=candidate-50008@example.org',
		);
		let read = 0;
		let offset: string | undefined;
		do {
			const { data }: { data: Listed } = await sandbox.leverApi.get<Listed>('/opportunities', {
				params: { offset, include: 'id' },
			});
			read += data.data.length;
			offset = data.next;
		} while (offset !== undefined && read < 5000);

		expect(byEmail.data.map(({ id }) => id)).toEqual([last]);
		expect(read).toBe(5000);
		const { data: state } = await sandbox.control.get<{
			opportunityCount: number;
			opportunities: { id: string }[];
		}>('/state?search=candidate');
		expect(state.opportunityCount).toBe(50_008);
		expect(state.opportunities).toHaveLength(200);
		expect(process.cpuUsage(before).user / 1e6).toBeLessThan(10);
	});
});
