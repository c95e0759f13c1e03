import { byId, expectEveryRequest, lever, opportunity } from './lever';

expectEveryRequest();

const ada = {
	name: 'Ada Example',
	emails: 'ada@example.org',
	postingId: byId('p1'),
	performAs: byId('u1'),
};
const create = '/v1/opportunities?perform_as=u1';
const inItsPosting = {
	id: 'o7',
	emails: ['Ada@example.org', 'ada2@example.org'],
	applications: [{ id: 'a7', posting: 'p1' }],
};

/** The search for an email address, with any start date. */
const lookUp =
	(email: string, confidentiality = '&confidentiality=all') =>
	(uri: string): boolean =>
		new RegExp(
			`^/v1/opportunities\\?email=${encodeURIComponent(email)}&created_at_start=\\d+${confidentiality}&expand=applications&limit=100$`,
		).test(uri);

describe('creating an opportunity once after a lost answer', () => {
	it('finds the created opportunity', async () => {
		lever().post(create).reply(500);
		lever()
			.get(lookUp('ada@example.org'))
			.reply(200, () => ({ data: [{ ...inItsPosting, createdAt: Date.now() }] }));
		const { json } = await opportunity('create', ada);
		expect(json).toEqual([
			expect.objectContaining({ id: 'o7', applications: ['a7'], deduped: null }),
		]);
	});

	it('creates the opportunity again when it is not there', async () => {
		lever()
			.post(create)
			.replyWithError(Object.assign(new Error('gone'), { code: 'ECONNRESET' }));
		lever().get(lookUp('ada@example.org')).reply(200, { data: [] });
		lever()
			.post(create, { name: 'Ada Example', emails: ['ada@example.org'], postings: ['p1'] })
			.reply(201, { deduped: false, data: { id: 'o8' } });
		expect((await opportunity('create', ada)).json).toEqual([{ id: 'o8', deduped: false }]);
	});

	it.each([
		[
			'for another posting',
			(now: number) => ({
				...inItsPosting,
				createdAt: now,
				applications: [{ id: 'a7', posting: 'p2' }],
			}),
		],
		['for no posting', (now: number) => ({ ...inItsPosting, createdAt: now, applications: [] })],
		[
			'for somebody else',
			(now: number) => ({ ...inItsPosting, createdAt: now, emails: ['bo@example.org'] }),
		],
		['an hour before', (now: number) => ({ ...inItsPosting, createdAt: now - 3_600_000 })],
	])('does not mistake an opportunity %s for it', async (_, other) => {
		lever().post(create).reply(502);
		lever()
			.get(lookUp('ada@example.org'))
			.reply(200, () => ({ data: [other(Date.now())] }));
		lever()
			.post(create)
			.reply(201, { deduped: true, data: { id: 'o8' } });
		expect((await opportunity('create', ada)).json).toEqual([{ id: 'o8', deduped: true }]);
	});

	it('looks for each email address, because Lever may have only one of them', async () => {
		lever().post(create).reply(500);
		lever().get(lookUp('ada@example.org')).reply(200, { data: [] });
		lever()
			.get(lookUp('ada2@example.org'))
			.reply(200, () => ({ data: [{ ...inItsPosting, createdAt: Date.now() }] }));
		expect(
			(await opportunity('create', { ...ada, emails: 'ada@example.org, ada2@example.org' })).json,
		).toEqual([expect.objectContaining({ id: 'o7' })]);
	});

	it("looks among non-confidential opportunities when the key can't read others", async () => {
		lever().post(create).reply(500);
		lever().get(lookUp('ada@example.org')).reply(403, { code: 'Forbidden', message: 'no access' });
		lever()
			.get(lookUp('ada@example.org', ''))
			.reply(200, () => ({ data: [{ ...inItsPosting, createdAt: Date.now() }] }));
		expect((await opportunity('create', ada)).json).toEqual([
			expect.objectContaining({ id: 'o7' }),
		]);
	});

	it('looks by contact and by the requested date', async () => {
		const parameters = {
			performAs: byId('u1'),
			additionalFields: { contact: 'c1', createdAt: '={{ 1767258000000 }}' },
		};
		lever().post(create, { contact: 'c1', createdAt: 1767258000000 }).reply(500);
		lever()
			.get(
				'/v1/opportunities?contact_id=c1&created_at_start=1767258000000&confidentiality=all&expand=applications&limit=100',
			)
			.reply(200, {
				data: [
					{ id: 'o6', contact: 'c1', createdAt: 1767258000001, applications: [] },
					{ id: 'o5', contact: 'c2', createdAt: 1767258000000, applications: [] },
					{ id: 'o7', contact: 'c1', createdAt: 1767258000000, applications: [] },
				],
			});
		expect((await opportunity('create', parameters)).json).toEqual([
			expect.objectContaining({ id: 'o7', applications: [] }),
		]);
	});

	it('never repeats the request for a candidate who cannot be looked for', async () => {
		lever().post(create, { name: 'Ada Example' }).reply(500);
		const { error } = await opportunity('create', { name: 'Ada Example', performAs: byId('u1') });
		expect(error?.message).toBe('Lever is unavailable: could not create the opportunity');
		expect(error?.description).toContain(
			'The change may have been made anyway. Check before you run it again.',
		);
	});

	it('repeats the request without looking when Lever did not process it', async () => {
		lever().post(create).reply(429, {}, { 'retry-after': '0' });
		lever()
			.post(create)
			.reply(201, { deduped: false, data: { id: 'o8' } });
		expect((await opportunity('create', ada)).json).toEqual([{ id: 'o8', deduped: false }]);
	});
});
