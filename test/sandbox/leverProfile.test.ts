import {
	anyNumber,
	anyString,
	RECRUITER,
	startTestSandbox,
	objectWith,
	type TestSandbox,
} from './testSandbox';

let sandbox: TestSandbox;
let ada: string;

beforeEach(async () => {
	sandbox = await startTestSandbox();
	ada = sandbox.candidate('Ada Example');
});

afterEach(async () => {
	await sandbox.close();
});

describe('notes', () => {
	it('are created, replied to, read, replaced and deleted', async () => {
		const { status, data } = await sandbox.leverApi.post<{ data: { id: string } }>(
			`/opportunities/${ada}/notes?perform_as=${RECRUITER}`,
			{ value: 'Hello', secret: true },
		);
		const path = `/opportunities/${ada}/notes/${data.data.id}`;
		const note = {
			id: data.data.id,
			text: 'Note',
			user: RECRUITER,
			secret: true,
			createdAt: anyNumber,
			completedAt: anyNumber,
			deletedAt: null,
			fields: [
				{
					type: 'note',
					text: 'Comment',
					value: 'Hello',
					score: null,
					stage: 'applicant-new',
					user: RECRUITER,
					createdAt: anyNumber,
				},
			],
		};

		expect(status).toBe(201);
		expect(data).toEqual({ data: { ...note, noteId: note.id } });
		expect((await sandbox.leverApi.get(path)).data).toEqual({ data: note });
		expect(
			(
				await sandbox.leverApi.post(`/opportunities/${ada}/notes?note_id=${note.id}`, {
					value: 'Reply',
				})
			).status,
		).toBe(201);
		expect(await sandbox.leverApi.put(path, { values: [{ value: 'Bye' }] })).toMatchObject({
			status: 200,
			data: { data: { secret: false, fields: [{ value: 'Bye' }] } },
		});
		expect(await sandbox.leverApi.delete(path)).toMatchObject({ status: 204, data: '' });
		expect((await sandbox.leverApi.get(path)).status).toBe(404);
	});

	it('can’t be changed if a recruiter wrote them', async () => {
		const { data } = await sandbox.control.post<{ id: string }>(`/opportunities/${ada}/notes`, {
			value: 'By hand',
		});
		const path = `/opportunities/${ada}/notes/${data.id}`;

		expect(await sandbox.leverApi.put(path, { values: [{ value: 'Mine now' }] })).toMatchObject({
			status: 403,
			data: { code: 'Forbidden' },
		});
		expect((await sandbox.leverApi.delete(path)).status).toBe(403);
		expect(await sandbox.leverApi.get(path)).toMatchObject({
			data: { data: { fields: [{ value: 'By hand' }] } },
		});
	});

	it.each([
		['', { text: 'wrong field' }, 400],
		['', { value: '' }, 400],
		['', { value: 'a', score: 5 }, 400],
		['', { value: 'a', createdAt: 9_999_999_999_999 }, 400],
		['?perform_as=nobody', { value: 'a' }, 400],
		['?note_id=none', { value: 'a' }, 404],
		['?notify=true', { value: 'a' }, 400],
	])('rejects POST notes%s %j', async (query, body, status) => {
		expect((await sandbox.leverApi.post(`/opportunities/${ada}/notes${query}`, body)).status).toBe(
			status,
		);
		expect(sandbox.lever.getOpportunity(ada).notes).toEqual([]);
	});
});

describe('files', () => {
	it('are stored byte for byte, under their names', async () => {
		const bytes = Buffer.from(Array.from({ length: 100_000 }, (_, index) => (index * 7) % 256));
		const form = new FormData();
		form.append('file', new Blob([bytes]), 'Bericht – ä.pdf');
		const { status, data } = await sandbox.leverApi.post<{ data: { id: string } }>(
			`/opportunities/${ada}/files?perform_as=${RECRUITER}`,
			form,
		);
		const path = `/opportunities/${ada}/files/${data.data.id}`;

		expect(status).toBe(201);
		expect(data.data).toEqual({
			id: anyString,
			name: 'Bericht – ä.pdf',
			ext: '.pdf',
			status: 'processed',
			size: 100_000,
			uploadedAt: sandbox.clock.now,
			downloadUrl: anyString,
		});
		for (const download of [
			await sandbox.leverApi.get<Buffer>(`${path}/download`, { responseType: 'arraybuffer' }),
			await sandbox.control.get<Buffer>(path, { responseType: 'arraybuffer' }),
		]) {
			expect(download.data.equals(bytes)).toBe(true);
		}
		expect((await sandbox.leverApi.delete(`${path}?perform_as=${RECRUITER}`)).status).toBe(204);
		expect((await sandbox.leverApi.get(`${path}/download`)).status).toBe(404);
	});

	it('are rejected without perform_as, without a file, with another field name and over 30 MB', async () => {
		const post = async (query: string, field?: string, size = 1) => {
			const form = new FormData();
			if (field !== undefined) form.append(field, new Blob([Buffer.alloc(size)]), 'a.pdf');
			return (await sandbox.leverApi.post(`/opportunities/${ada}/files${query}`, form)).status;
		};

		expect(await post('', 'file')).toBe(400);
		expect(await post(`?perform_as=${RECRUITER}`)).toBe(400);
		expect(await post(`?perform_as=${RECRUITER}`, 'upload')).toBe(400);
		expect(await post(`?perform_as=${RECRUITER}`, 'file', 31 * 1024 * 1024)).toBe(400);
		expect(sandbox.lever.getOpportunity(ada).files).toEqual([]);
	});
});

describe('feedback', () => {
	const rating = (value: string) => [{ id: 'f7ee0000-0000-4000-8000-00000000000a', value }];
	const template = 'f7ee0000-0000-4000-8000-000000000001';

	it('is created from a template, read, updated and deleted', async () => {
		expect(await sandbox.leverApi.get('/feedback_templates')).toMatchObject({
			status: 200,
			data: {
				data: [
					{
						id: template,
						text: 'Harver assessment',
						fields: [{ type: 'score-system', required: true }, { type: 'textarea' }],
						stage: null,
					},
				],
				hasNext: false,
			},
		});
		const { status, data } = await sandbox.leverApi.post<{ data: { id: string } }>(
			`/opportunities/${ada}/feedback?perform_as=${RECRUITER}`,
			{ baseTemplateId: template, fieldValues: rating('3 - Hire') },
		);
		const path = `/opportunities/${ada}/feedback/${data.data.id}`;

		expect(status).toBe(201);
		expect(data.data).toEqual({
			id: anyString,
			type: 'interview',
			text: 'Harver assessment',
			instructions: anyString,
			baseTemplateId: template,
			interview: null,
			panel: null,
			user: RECRUITER,
			createdAt: anyNumber,
			completedAt: anyNumber,
			updatedAt: null,
			deletedAt: null,
			fields: [
				objectWith({ text: 'Rating', value: '3 - Hire' }),
				objectWith({ text: 'Summary', value: null }),
			],
		});
		expect((await sandbox.leverApi.get(path)).data).toEqual(data);
		expect(
			await sandbox.leverApi.put(`${path}?perform_as=${RECRUITER}`, {
				fieldValues: rating('2 - No Hire'),
			}),
		).toMatchObject({ status: 200, data: { data: { profileId: ada } } });
		expect(await sandbox.leverApi.get(`/opportunities/${ada}/feedback`)).toMatchObject({
			data: { data: [{ fields: [{ value: '2 - No Hire' }, { value: null }] }] },
		});
		expect((await sandbox.leverApi.delete(`${path}?perform_as=${RECRUITER}`)).status).toBe(204);
		expect((await sandbox.leverApi.get(path)).status).toBe(404);
	});

	it.each([
		['perform_as', '', { baseTemplateId: template, fieldValues: rating('3 - Hire') }, 400],
		['a template', `?perform_as=${RECRUITER}`, { fieldValues: rating('3 - Hire') }, 400],
		[
			'a known template',
			`?perform_as=${RECRUITER}`,
			{ baseTemplateId: 'none', fieldValues: [] },
			404,
		],
		[
			'its required field',
			`?perform_as=${RECRUITER}`,
			{ baseTemplateId: template, fieldValues: [] },
			400,
		],
		[
			'a text that is an option',
			`?perform_as=${RECRUITER}`,
			{ baseTemplateId: template, fieldValues: rating('Hire') },
			400,
		],
		[
			'known fields',
			`?perform_as=${RECRUITER}`,
			{
				baseTemplateId: template,
				fieldValues: [...rating('3 - Hire'), { id: 'none', value: 'a' }],
			},
			400,
		],
		[
			'an interview beside the panel',
			`?perform_as=${RECRUITER}`,
			{ baseTemplateId: template, panel: 'p', fieldValues: rating('3 - Hire') },
			400,
		],
	])('is rejected without %s', async (_what, query, body, status) => {
		expect(
			(await sandbox.leverApi.post(`/opportunities/${ada}/feedback${query}`, body)).status,
		).toBe(status);
		expect(sandbox.lever.getOpportunity(ada).feedback).toEqual([]);
	});
});
