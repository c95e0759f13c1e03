import { blanked, byId, expectEveryRequest, lever, opportunity } from './lever';

/** What holds for every operation that puts texts on an opportunity or takes them off. */
export function itChangesTexts({
	operation,
	field,
	one,
	task,
}: {
	operation: string;
	field: string;
	one: string;
	task: string;
}): void {
	expectEveryRequest();

	it('sends them, each once', async () => {
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

	it('reads one text with commas as several', async () => {
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

	it('sends nothing when there is none', async () => {
		const { error } = await opportunity(
			operation,
			{ opportunityId: byId('o1'), [field]: '={{ $json.nothing }}' },
			{ items: [{ json: {} }] },
		);
		expect(error?.message).toBe(`No ${one} is given`);
		expect(error?.context?.itemIndex).toBe(0);
	});

	it("gives Lever's refusal", async () => {
		lever()
			.post(`/v1/opportunities/o1/${operation}`)
			.reply(404, { code: 'ResourceNotFound', message: 'opportunities o1 was not found' });
		const { error } = await opportunity(operation, { opportunityId: byId('o1'), [field]: 'One' });
		expect(error?.message).toBe(
			`Lever refused to ${task} the opportunity o1: opportunities o1 was not found`,
		);
	});
}
