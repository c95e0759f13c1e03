import { RECRUITER, startTestSandbox, type TestSandbox } from './testSandbox';

let sandbox: TestSandbox;

beforeEach(async () => {
	sandbox = await startTestSandbox();
});

afterEach(async () => {
	await sandbox.close();
});

describe('creating opportunities', () => {
	it('creates a new lead with its own tags and those of the posting', async () => {
		const { status, data } = await sandbox.leverApi.post(`/opportunities?perform_as=${RECRUITER}`, {
			name: 'Nia New',
			emails: ['nia@example.org'],
			tags: ['Own'],
			postings: [sandbox.postingId('Data Engineer')],
		});

		expect(status).toBe(201);
		expect(data).toMatchObject({
			deduped: false,
			data: {
				name: 'Nia New',
				stage: 'lead-new',
				tags: ['Own', 'Data Engineer', 'Amsterdam', 'Platform', 'Operations', 'Full-time'],
			},
		});
	});

	it('links a known address to the existing contact, whose details win', async () => {
		const { data } = await sandbox.leverApi.post(`/opportunities?perform_as=${RECRUITER}`, {
			name: 'Somebody Else',
			emails: ['Ada@Example.org'],
		});

		expect(data).toMatchObject({
			deduped: true,
			data: { name: 'Ada Example', emails: ['ada@example.org'] },
		});
	});

	it('accepts a form with a resume and files', async () => {
		const form = new FormData();
		form.append('name', 'Fay Form');
		form.append('emails[]', 'fay@example.org');
		form.append('tags[]', 'one');
		form.append('tags[]', 'two');
		form.append('resumeFile', new Blob(['resume']), 'Lebenslauf ü.pdf');
		form.append('files[]', new Blob(['letter']), 'letter.txt');
		const { status, data } = await sandbox.leverApi.post<{ data: { id: string } }>(
			`/opportunities?perform_as=${RECRUITER}`,
			form,
		);

		expect(status).toBe(201);
		expect(data).toMatchObject({
			data: { name: 'Fay Form', tags: ['one', 'two'], emails: ['fay@example.org'] },
		});
		expect(await sandbox.leverApi.get(`/opportunities/${data.data.id}/resumes`)).toMatchObject({
			data: { data: [{ file: { name: 'Lebenslauf ü.pdf', ext: '.pdf' } }] },
		});
		expect(await sandbox.leverApi.get(`/opportunities/${data.data.id}/files`)).toMatchObject({
			data: { data: [{ name: 'letter.txt', size: 6 }] },
		});
	});

	it.each([
		['without perform_as', '', {}],
		['as an unknown user', '?perform_as=nobody', {}],
		['as a deactivated user', `?perform_as=${RECRUITER.slice(0, -1)}3`, {}],
		['to two postings', `?perform_as=${RECRUITER}`, { postings: ['one', 'two'] }],
		['in the future', `?perform_as=${RECRUITER}`, { createdAt: 9_999_999_999_999 }],
		['with an unknown field', `?perform_as=${RECRUITER}`, { email: 'ada@example.org' }],
		['with an unknown owner', `?perform_as=${RECRUITER}`, { owner: 'nobody' }],
	])('creates nothing %s', async (_what, query, body) => {
		expect(await sandbox.leverApi.post(`/opportunities${query}`, body)).toMatchObject({
			status: 400,
			data: { code: 'BadRequest' },
		});
		expect(sandbox.lever.opportunities).toHaveLength(8);
	});
});
