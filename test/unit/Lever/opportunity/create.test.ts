import { byId, expectEveryRequest, lever, opportunity } from './lever';

expectEveryRequest();

const created = {
	id: 'o1',
	name: 'Ada Example',
	emails: ['ada@example.org'],
	stage: 'lead-new',
	applications: ['a1'],
};
const ada = { name: 'Ada Example', emails: 'ada@example.org', performAs: byId('u1') };
const adaAlone = { name: 'Ada Example', emails: ['ada@example.org'] };

describe('creating an opportunity', () => {
	it('sends what is given and returns whether Lever already had the contact', async () => {
		lever()
			.post('/v1/opportunities?perform_as=u1', adaAlone)
			.reply(201, { deduped: true, data: created });
		const { outputs, error } = await opportunity('create', ada);
		expect(error).toBeUndefined();
		expect(outputs[0]).toEqual([{ json: { ...created, deduped: true }, pairedItem: { item: 0 } }]);
	});

	it("sends every field under Lever's name for it", async () => {
		const body = {
			...adaAlone,
			emails: ['ada@example.org', 'ada2@example.org'],
			phones: [{ value: '+1 555 0100', type: 'mobile' }, { value: '2' }],
			headline: 'Acme',
			location: 'Berlin',
			links: ['https://a.example.org/?x=1,2', 'https://b.example.org'],
			contact: 'c1',
			postings: ['p1'],
			opportunityLocation: 'Paris',
			stage: 'applicant-new',
			tags: ['A', 'B'],
			sources: ['S'],
			origin: 'applied',
			owner: 'u2',
			followers: ['u3', 'u4'],
			createdAt: 1767258000000,
			archived: { reason: 'r1', archivedAt: 1767258000001 },
		};
		lever()
			.post('/v1/opportunities?perform_as=u%201&parse=true&perform_as_posting_owner=true', body)
			.reply(201, { deduped: false, data: created });
		const { json, error } = await opportunity('create', {
			...ada,
			performAs: byId('u 1'),
			emails: 'ada@example.org, ada2@example.org',
			postingId: byId('p1'),
			stageId: byId('applicant-new'),
			additionalFields: {
				archiveReason: 'r1',
				archivedAt: '={{ 1767258000001 }}',
				contact: 'c1',
				createdAt: '2026-01-01T09:00:00Z',
				followers: ['u3', 'u4'],
				headline: 'Acme',
				links: 'https://a.example.org/?x=1,2, https://b.example.org',
				location: 'Berlin',
				opportunityLocation: 'Paris',
				origin: 'applied',
				owner: 'u2',
				phones: {
					phone: [
						{ value: '+1 555 0100', type: 'mobile' },
						{ value: '2', type: '' },
						{ value: '', type: 'home' },
					],
				},
				sources: 'S',
				tags: 'A, B',
			},
			options: { parse: true, performAsPostingOwner: true },
		});
		expect(error).toBeUndefined();
		expect(json).toEqual([{ ...created, deduped: false }]);
	});

	it('performs as the default user of the credential', async () => {
		lever()
			.post('/v1/opportunities?perform_as=u9', adaAlone)
			.reply(201, { deduped: false, data: created });
		expect(
			(await opportunity('create', { ...ada, performAs: byId('') }, { performAs: 'u9' })).error,
		).toBeUndefined();
	});

	it.each([
		['a DateTime', '={{ DateTime.fromMillis(1767258000000) }}'],
		['a Date', '={{ new Date(1767258000000) }}'],
		['Unix seconds', '={{ 1767258000 }}'],
		['Unix seconds as text', '1767258000'],
		['Unix milliseconds as text', '1767258000000'],
		['ISO text with an offset', '2026-01-01T10:00:00+01:00'],
	])('accepts %s as a date', async (_what, createdAt) => {
		const sent = lever()
			.post('/v1/opportunities?perform_as=u1', { ...adaAlone, createdAt: 1767258000000 })
			.reply(201, { data: created });
		await opportunity('create', { ...ada, additionalFields: { createdAt } });
		expect(sent.isDone()).toBe(true);
	});

	it('accepts lists as JSON text, as an AI agent gives them', async () => {
		const sent = lever()
			.post('/v1/opportunities?perform_as=u1', {
				...adaAlone,
				links: ['https://a.example.org'],
				tags: ['A', 'B, C'],
				followers: ['u3', 'u4'],
			})
			.reply(201, { data: created });
		await opportunity('create', {
			...ada,
			emails: '["ada@example.org"]',
			additionalFields: {
				links: '["https://a.example.org"]',
				tags: '["A", "B, C"]',
				followers: '={{ \'["u3", "u4"]\' }}',
			},
		});
		expect(sent.isDone()).toBe(true);
	});

	it.each([
		[
			'no user to perform as is given',
			{ ...ada, performAs: byId('') },
			'Lever requires a user for this operation',
		],
		[
			'no candidate is given',
			{ performAs: byId('u1'), emails: '={{ $json.nothing }}' },
			'No candidate was provided',
		],
		[
			'a link is not a URL',
			{ ...ada, additionalFields: { links: 'a.example.org' } },
			'Link 1 of 1 is not a URL',
		],
		[
			'the posting owner is chosen without a posting',
			{ ...ada, options: { performAsPostingOwner: true } },
			'"Perform As Posting Owner" requires a posting',
		],
		[
			'a date is not one',
			{ ...ada, additionalFields: { createdAt: 'soon' } },
			'"Created At" is not a date',
		],
	])('sends nothing when %s', async (_, parameters, message) => {
		const { error } = await opportunity('create', parameters, { items: [{ json: {} }] });
		expect(error?.message).toContain(message);
		expect(error?.context?.itemIndex).toBe(0);
	});

	it("reports Lever's rejection without personal data", async () => {
		lever()
			.post('/v1/opportunities?perform_as=u1')
			.reply(400, { code: 'BadRequest', message: 'ada@example.org is not an email' });
		const { error } = await opportunity('create', ada);
		expect(error?.message).toBe('Lever refused to create the opportunity: [email] is not an email');
		expect(error?.description).toContain('Check the field values.');
	});

	it('continues with the other items when one fails, if the node is set to', async () => {
		lever()
			.post('/v1/opportunities?perform_as=u1', { emails: ['b@example.org'] })
			.reply(201, { deduped: false, data: { id: 'o2' } });
		const { outputs } = await opportunity(
			'create',
			{ emails: '={{ $json.email }}', performAs: byId('u1') },
			{ items: [{ json: {} }, { json: { email: 'b@example.org' } }], continueOnFail: true },
		);
		expect(outputs[0]?.map(({ json, pairedItem }) => [json.error ?? json.id, pairedItem])).toEqual([
			[expect.stringContaining('No candidate was provided'), { item: 0 }],
			['o2', { item: 1 }],
		]);
	});
});
