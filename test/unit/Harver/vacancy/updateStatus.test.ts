import { VACANCY, byId, expectsExactlyThis, harver, run } from '../wire';

expectsExactlyThis();

it('Vacancy > Update Status sets the status', async () => {
	harver()
		.patch(`/vacancies/${VACANCY}`, { attributes: { status: 'closed' } })
		.reply(204);
	expect(
		(
			await run({
				resource: 'vacancy',
				operation: 'updateStatus',
				vacancyId: byId(VACANCY),
				status: 'closed',
			})
		).json,
	).toEqual([{ vacancyId: VACANCY, status: 'closed' }]);
});
