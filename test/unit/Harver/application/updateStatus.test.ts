import { APPLICATION, expectsExactlyThis, harver, onApplication, run } from '../wire';

expectsExactlyThis();

const update = { resource: 'application', operation: 'updateStatus', ...onApplication };
const mailing = {
	emailCandidate: true,
	messages: { rows: [{ language: 'ENG', subject: 'Your application', text: 'Thank you.' }] },
};
const message = { ENG: { mailTitle: 'Your application', mailBody: 'Thank you.' } };
const inStatus = (status: string) => ({ data: { id: APPLICATION, attributes: { status } } });

describe('Application > Update Status', () => {
	it('sets the status without an e-mail', async () => {
		harver()
			.patch(`/applications/${APPLICATION}`, { attributes: { status: 'shortlisted' } })
			.reply(204);
		expect((await run({ ...update, status: 'shortlisted' })).json).toEqual([
			{ applicationId: APPLICATION, status: 'shortlisted', changed: true, emailed: false },
		]);
	});

	it('sends the reason for a rejection', async () => {
		harver()
			.patch(`/applications/${APPLICATION}`, {
				attributes: {
					status: 'rejected',
					rejectionReasonData: { reason: 'reason-1', note: 'No licence' },
				},
			})
			.reply(204);
		await run({
			...update,
			status: 'rejected',
			rejectionReason: { __rl: true, mode: 'list', value: 'reason-1' },
			rejectionNote: 'No licence',
		});
	});

	it('emails the candidate in each language, with one-line subjects', async () => {
		const api = harver();
		api.get(`/applications/${APPLICATION}`).reply(200, inStatus('new'));
		api
			.patch(`/applications/${APPLICATION}`, {
				attributes: {
					status: 'hired',
					message: {
						...message,
						NL: { mailTitle: 'Je sollicitatie', mailBody: 'Dank je.' },
						replyToMail: 'hr@example.org',
						ccMailsList: ['a@example.org', 'b@example.org'],
					},
				},
			})
			.reply(204);
		const rows = [
			...mailing.messages.rows,
			{ language: 'NL', subject: 'Je\u0000\r\nsollicitatie', text: 'Dank je.' },
		];
		const { json } = await run({
			...update,
			status: 'hired',
			emailCandidate: true,
			messages: { rows },
			messageOptions: { replyTo: ' hr@example.org\n', cc: 'a@example.org, b@example.org' },
		});
		expect(json).toMatchObject([{ changed: true, emailed: true }]);
	});

	it('sends no second e-mail when the application already has the status', async () => {
		harver().get(`/applications/${APPLICATION}`).reply(200, inStatus('hired'));
		expect((await run({ ...update, status: 'hired', ...mailing })).json).toEqual([
			{ applicationId: APPLICATION, status: 'hired', changed: false, emailed: false },
		]);
	});

	it('sends one e-mail when the answer is lost', async () => {
		const api = harver();
		api.get(`/applications/${APPLICATION}`).reply(200, inStatus('new'));
		api
			.patch(`/applications/${APPLICATION}`, { attributes: { status: 'hired', message } })
			.reply(502);
		api.get(`/applications/${APPLICATION}`).reply(200, inStatus('hired'));
		expect((await run({ ...update, status: 'hired', ...mailing })).json).toMatchObject([
			{ status: 'hired', changed: true },
		]);
	});

	it.each([
		['no message', {}],
		['a message without text', { rows: [{ language: 'ENG', subject: 'Hello', text: ' ' }] }],
	])('rejects %s', async (_what, messages) => {
		const { error } = await run({ ...update, status: 'hired', emailCandidate: true, messages });
		expect(error?.message).toBe('The message to the candidate is incomplete');
	});
});
