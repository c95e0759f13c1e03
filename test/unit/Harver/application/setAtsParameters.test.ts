import { APPLICATION, expectsExactlyThis, harver, onApplication, run } from '../wire';

expectsExactlyThis();

const set = (rows: { name: string; value: string }[], keepExisting = true) => ({
	resource: 'application',
	operation: 'setAtsParameters',
	...onApplication,
	atsParameters: { rows },
	keepExisting,
});
const present = (attributes: Record<string, string>) => ({
	data: { id: APPLICATION, attributes: {} },
	included: [{ type: 'ats-parameters', attributes }],
});
const patchOf = (attributes: Record<string, string>) => ({
	data: { type: 'ats-parameters', id: APPLICATION, attributes },
});

describe('Application > Set ATS Parameters', () => {
	it('keeps existing parameters, so that the Lever IDs are not lost', async () => {
		const api = harver();
		api
			.get(`/applications/${APPLICATION}`)
			.query({ include: 'ats' })
			.reply(200, present({ lever_opportunity_id: 'o-1', team: 'South' }));
		api
			.patch(
				`/applications/${APPLICATION}/ats-parameters`,
				patchOf({ lever_opportunity_id: 'o-1', team: 'North' }),
			)
			.reply(204);
		const { json } = await run(set([{ name: 'team', value: 'North' }]));
		expect(json).toEqual([
			{ applicationId: APPLICATION, atsParameters: { lever_opportunity_id: 'o-1', team: 'North' } },
		]);
	});

	it('sends only the new ones if Keep Existing Parameters is off', async () => {
		harver()
			.patch(`/applications/${APPLICATION}/ats-parameters`, patchOf({ team: 'North' }))
			.reply(204);
		expect((await run(set([{ name: 'team', value: 'North' }], false))).json).toMatchObject([
			{ atsParameters: { team: 'North' } },
		]);
	});

	it('is retried when Harver fails', async () => {
		const api = harver();
		api.patch(`/applications/${APPLICATION}/ats-parameters`).reply(503);
		api.patch(`/applications/${APPLICATION}/ats-parameters`, patchOf({ team: 'North' })).reply(204);
		expect((await run(set([{ name: 'team', value: 'North' }], false))).error).toBeUndefined();
	});

	it('refuses too many, counting the existing ones', async () => {
		const twenty = Object.fromEntries(
			Array.from({ length: 20 }, (_, index) => [`k${index.toString()}`, 'x']),
		);
		harver()
			.get(`/applications/${APPLICATION}`)
			.query({ include: 'ats' })
			.reply(200, present(twenty));
		expect((await run(set([{ name: 'team', value: 'North' }]))).error?.message).toMatch(
			/^There are 21 ATS parameters/u,
		);
	});

	it.each([
		['none', [], /^No ATS parameter was provided/u],
		[
			'a value of more than 50 characters',
			[{ name: 'team', value: 'x'.repeat(51) }],
			/"team" is longer than 50 characters/u,
		],
		[
			'a name with a space',
			[{ name: 'my team', value: 'x' }],
			/"my team" has a name that Harver does not accept/u,
		],
	])('refuses %s before anything is sent', async (_what, rows, message) => {
		expect((await run(set(rows))).error?.message).toMatch(message);
	});
});
