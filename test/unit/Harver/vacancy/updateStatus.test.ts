import { VACANCY, byId, expectsNothingPending, harver, run } from '../wire';

expectsNothingPending();

it('Vacancy > Update Status sets the status', async () => {
	harver().patch(`/vacancies/${VACANCY}`, { attributes: { status: 'closed' } }).reply(204);
	expect((await run({ resource: 'vacancy', operation: 'updateStatus', vacancyId: byId(VACANCY), status: 'closed' })).json).toEqual([{ vacancyId: VACANCY, status: 'closed' }]);
});
