import { expectsExactlyThis, harver, run } from '../wire';

expectsExactlyThis();

it('Status > Get Many lists the statuses with their names in Harver', async () => {
	harver()
		.get('/candidate-statuses')
		.reply(200, {
			data: [
				{ type: 'status', id: 'new', attributes: { label: 'Nieuw' } },
				{ type: 'status', id: 'hired', attributes: { label: 'Aangenomen' } },
			],
		});
	const { json } = await run({ resource: 'status', operation: 'getMany', returnAll: true });
	expect(json).toEqual([
		{ id: 'new', label: 'Nieuw' },
		{ id: 'hired', label: 'Aangenomen' },
	]);
});
