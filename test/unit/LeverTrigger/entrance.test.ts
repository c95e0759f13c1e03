import { letIn } from '../../../nodes/LeverTrigger/entrance';

describe('deliveries that come at once', () => {
	it('are let in one after another, in the order in which they came, and all of them', async () => {
		const order: number[] = [];
		const all = Array.from({ length: 30 }, async (_, number) => {
			await letIn();
			order.push(number);
		});
		await new Promise((resolve) => setImmediate(resolve));
		expect(order.length).toBeGreaterThan(0);
		expect(order.length).toBeLessThan(30);
		await Promise.all(all);
		expect(order).toEqual(Array.from({ length: 30 }, (_, number) => number));
	});
});
