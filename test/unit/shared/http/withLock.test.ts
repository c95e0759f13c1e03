import { withLock } from '../../../../nodes/shared/http/withLock';

/** A task that ends when it is told to, and notes when it begins. */
function task(name: string, begun: string[]) {
	let end: (value: string) => void = () => undefined;
	let fail: (error: Error) => void = () => undefined;
	const ended = new Promise<string>((resolve, reject) => {
		end = resolve;
		fail = reject;
	});
	const run = async () => {
		begun.push(name);
		return await ended;
	};
	return {
		run,
		end: () => {
			end(name);
		},
		fail: (message: string) => {
			fail(new Error(message));
		},
	};
}

const mapSet = Reflect.get(Map.prototype, 'set') as (
	key: unknown,
	value: unknown,
) => Map<unknown, unknown>;
const mapDelete = Reflect.get(Map.prototype, 'delete') as (key: unknown) => boolean;
const settle = async () => {
	await new Promise((resolve) => setImmediate(resolve));
};

describe('tasks under one key', () => {
	it('run one at a time, in order, each with its own result', async () => {
		const begun: string[] = [];
		const tasks = ['first', 'second', 'third'].map((name) => task(name, begun));
		const results = Promise.all(tasks.map(async ({ run }) => await withLock('o1', run)));
		await settle();
		expect(begun).toEqual(['first']);
		tasks[1]?.end();
		await settle();
		expect(begun).toEqual(['first']);
		tasks[0]?.end();
		await settle();
		expect(begun).toEqual(['first', 'second', 'third']);
		tasks[2]?.end();
		await expect(results).resolves.toEqual(['first', 'second', 'third']);
	});

	it('go on after one that fails', async () => {
		const begun: string[] = [];
		const [failing, next] = [task('failing', begun), task('next', begun)];
		const failed = expect(withLock('o1', failing.run)).rejects.toThrow('the service is down');
		const done = withLock('o1', next.run);
		failing.fail('the service is down');
		next.end();
		await failed;
		await expect(done).resolves.toBe('next');
		await expect(withLock('o1', async () => await Promise.resolve('later'))).resolves.toBe('later');
	});

	it('go on after one that throws synchronously', async () => {
		const thrown = withLock('o1', () => {
			throw new Error('at once');
		});
		await expect(thrown).rejects.toThrow('at once');
		await expect(withLock('o1', async () => await Promise.resolve(1))).resolves.toBe(1);
	});

	it('do not wait for those under another key', async () => {
		const begun: string[] = [];
		const [one, other] = [task('one', begun), task('other', begun)];
		const both = [withLock('o1', one.run), withLock('o2', other.run)];
		await settle();
		expect(begun).toEqual(['one', 'other']);
		one.end();
		other.end();
		await Promise.all(both);
	});

	it('leave nothing behind', async () => {
		const kept = new Set<unknown>();
		const set = jest.spyOn(Map.prototype, 'set').mockImplementation(function (
			this: Map<unknown, unknown>,
			key,
			value,
		) {
			kept.add(key);
			return mapSet.call(this, key, value);
		});
		const remove = jest.spyOn(Map.prototype, 'delete').mockImplementation(function (
			this: Map<unknown, unknown>,
			key,
		) {
			kept.delete(key);
			return mapDelete.call(this, key);
		});
		const outcomes = await Promise.allSettled(
			Array.from({ length: 100 }, async (_, number) => {
				await withLock(`kept ${(number % 10).toString()}`, async () => {
					await settle();
					if (number % 3 === 0) throw new Error('the service is down');
				});
			}),
		);
		set.mockRestore();
		remove.mockRestore();
		expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(66);
		expect([...kept].filter((key) => typeof key === 'string' && key.startsWith('kept '))).toEqual(
			[],
		);
	});
});
