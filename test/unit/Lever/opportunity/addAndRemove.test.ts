import { blanked, byId, expectEveryRequest, lever, opportunity } from './lever';

expectEveryRequest();

describe.each([
	['addTags', 'tags', 'tag', 'add tags to'],
	['removeTags', 'tags', 'tag', 'remove tags from'],
	['addSources', 'sources', 'source', 'add sources to'],
	['removeSources', 'sources', 'source', 'remove sources from'],
])('%s', (operation, field, one, task) => {
	it('sends each value once', async () => {
		lever()
			.post(`/v1/opportunities/o%2F1/${operation}?perform_as=u1`, { [field]: ['One', 'Two, too'] })
			.reply(200, blanked({ id: 'o/1', [field]: ['Zero'] }));
		const { json, error } = await opportunity(operation, {
			opportunityId: byId('o/1'),
			[field]: '={{ ["One", " Two, too ", "One", ""] }}',
			performAs: byId('u1'),
		});
		expect(error).toBeUndefined();
		expect(json).toEqual([expect.objectContaining({ id: 'o/1', [field]: ['Zero'] })]);
	});

	it('splits text at commas', async () => {
		lever()
			.post(`/v1/opportunities/o1/${operation}`, { [field]: ['One', 'Two'] })
			.reply(200, blanked());
		const { json } = await opportunity(
			operation,
			{ opportunityId: byId('o1'), [field]: 'One, Two,' },
			{ items: [{ json: { id: 'o1', emails: ['ada@example.org'] } }] },
		);
		expect(json).toEqual([expect.objectContaining({ emails: ['ada@example.org'] })]);
	});

	it('sends nothing when the field is empty', async () => {
		const { error } = await opportunity(
			operation,
			{ opportunityId: byId('o1'), [field]: '={{ $json.nothing }}' },
			{ items: [{ json: {} }] },
		);
		expect(error?.message).toBe(`No ${one} was provided`);
		expect(error?.context?.itemIndex).toBe(0);
	});

	it("reports Lever's rejection", async () => {
		lever()
			.post(`/v1/opportunities/o1/${operation}`)
			.reply(404, { code: 'ResourceNotFound', message: 'opportunities o1 was not found' });
		const { error } = await opportunity(operation, { opportunityId: byId('o1'), [field]: 'One' });
		expect(error?.message).toBe(
			`Lever refused to ${task} the opportunity o1: opportunities o1 was not found`,
		);
	});

	it.each([
		['a list as JSON text, as an AI agent gives it', '={{ \'["One","Two, too"]\' }}'],
		['values with NUL characters and line ends', '={{ ["One\\u0000", "Two,\\r\\n too"] }}'],
	])('sends clean values for %s', async (_what, given) => {
		const sent = lever()
			.post(`/v1/opportunities/o1/${operation}`, { [field]: ['One', 'Two, too'] })
			.reply(200, blanked());
		await opportunity(operation, { opportunityId: byId('o1'), [field]: given });
		expect(sent.isDone()).toBe(true);
	});
});

describe.each([
	['addLinks', 'add links to'],
	['removeLinks', 'remove links from'],
])('%s', (operation, task) => {
	it('sends links unchanged, commas included, and returns the opportunity', async () => {
		const links = ['https://a.example.org/?ids=1,2', 'http://b.example.org'];
		lever()
			.post(`/v1/opportunities/o%201/${operation}?perform_as=u1`, { links })
			.reply(200, blanked({ id: 'o 1', links: ['https://c.example.org'] }));
		const { json, error } = await opportunity(
			operation,
			{ opportunityId: byId('o 1'), links: links.join(', ') },
			{ performAs: 'u1' },
		);
		expect(error).toBeUndefined();
		expect(json).toEqual([
			expect.objectContaining({ id: 'o 1', links: ['https://c.example.org'] }),
		]);
	});

	it('accepts a list from an expression', async () => {
		lever()
			.post(`/v1/opportunities/o1/${operation}`, { links: ['https://a.example.org'] })
			.reply(200, blanked());
		expect(
			(
				await opportunity(operation, {
					opportunityId: byId('o1'),
					links: '={{ ["https://a.example.org"] }}',
				})
			).error,
		).toBeUndefined();
	});

	it.each(['javascript:alert(1)', 'www.example.org', 'https://', 'ftp://example.org/x'])(
		'sends nothing when one is not a URL: %s',
		async (link) => {
			const { error } = await opportunity(
				operation,
				{ opportunityId: byId('o1'), links: ['https://a.example.org', link].join('\n') },
				{ items: [{ json: {} }] },
			);
			expect(error?.message).toBe('Link 2 of 2 is not a URL');
			expect(error?.description).toContain('https://');
			expect(error?.context?.itemIndex).toBe(0);
		},
	);

	it('sends nothing when the field is empty', async () => {
		expect(
			(await opportunity(operation, { opportunityId: byId('o1'), links: ' ' })).error?.message,
		).toBe('No link was provided');
	});

	it("reports Lever's rejection without the link", async () => {
		lever()
			.post(`/v1/opportunities/o1/${operation}`)
			.reply(400, { code: 'BadRequest', message: 'https://a.example.org/secret is not allowed' });
		const { error } = await opportunity(operation, {
			opportunityId: byId('o1'),
			links: 'https://a.example.org/secret',
		});
		expect(error?.message).toBe(
			`Lever refused to ${task} the opportunity o1: [link] is not allowed`,
		);
	});

	it('accepts a list as JSON text, as an AI agent gives it', async () => {
		const links = ['https://a.example.org/?ids=1,2', 'http://b.example.org'];
		const sent = lever().post(`/v1/opportunities/o1/${operation}`, { links }).reply(200, blanked());
		await opportunity(operation, {
			opportunityId: byId('o1'),
			links: `={{ \'${JSON.stringify(links)}\' }}`,
		});
		expect(sent.isDone()).toBe(true);
	});

	it('never sends a link with a control character', async () => {
		const { error } = await opportunity(operation, {
			opportunityId: byId('o1'),
			links: '={{ ["https://a.example.org/\\u0001b"] }}',
		});
		expect(error?.message).toBe('Link 1 of 1 is not a URL');
	});
});
