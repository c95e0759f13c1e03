import { APPLICATION, NOTE, expectsExactlyThis, harver, onApplication, run } from '../wire';

expectsExactlyThis();

it('Note > Get Many lists the notes, with times in seconds or milliseconds as ISO dates', async () => {
	const attributes = {
		body: 'Rejected',
		author: 'Recruiter',
		createdAt: 1_760_000_000,
		modifiedAt: 1_760_000_000_000,
		rejectionReason: 'No licence',
	};
	harver()
		.get(`/applications/${APPLICATION}/notes`)
		.reply(200, {
			data: [
				{ type: 'notes', id: NOTE, attributes },
				{ type: 'notes', id: 'other', attributes },
			],
		});
	const { json } = await run({
		resource: 'note',
		operation: 'getMany',
		...onApplication,
		returnAll: false,
		limit: 1,
	});
	expect(json).toEqual([
		{
			id: NOTE,
			applicationId: APPLICATION,
			body: 'Rejected',
			author: 'Recruiter',
			rejectionReason: 'No licence',
			createdAt: '2025-10-09T08:53:20.000Z',
			modifiedAt: '2025-10-09T08:53:20.000Z',
		},
	]);
});
