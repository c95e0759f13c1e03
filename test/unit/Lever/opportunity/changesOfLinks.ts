import { blanked, byId, expectEveryRequest, lever, opportunity } from './lever';

/** What holds for the operations that put links on an opportunity and take them off. */
export function itChangesLinks({ operation, task }: { operation: string; task: string }): void {
	expectEveryRequest();

	it('sends them as they are, commas included, and gives the opportunity', async () => {
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

	it('takes a list from an expression', async () => {
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
		'sends nothing when one is no web address: %s',
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

	it('sends nothing when there is none', async () => {
		expect(
			(await opportunity(operation, { opportunityId: byId('o1'), links: ' ' })).error?.message,
		).toBe('No link is given');
	});

	it("gives Lever's refusal, without the link", async () => {
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
}
