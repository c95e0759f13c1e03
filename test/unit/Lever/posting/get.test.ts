import { byId, expectEverythingAsked, leverApi, runLever, watched } from '../runLever';

afterEach(expectEverythingAsked);

it('returns the posting as people inside the company see it', async () => {
	const asked = watched(
		leverApi()
			.get(/./u)
			.reply(200, { data: { id: 'id/1' } }),
	);
	const get = { resource: 'posting', operation: 'get', postingId: byId('id/1') };
	await runLever({ ...get, options: { distribution: 'internal' } });
	expect(asked[0]?.path).toBe('/v1/postings/id%2F1?distribution=internal');
});
