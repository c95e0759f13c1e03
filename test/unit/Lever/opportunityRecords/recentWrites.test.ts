import {
	canSkipLookup,
	rememberWrite,
} from '../../../../nodes/Lever/opportunityRecords/recentWrites';
import { inNode } from '../../inNode';

const MINUTE = 60_000;

/** Runs a task as a node with this API key does, at this time of the process. */
async function at<T>(
	minutes: number,
	task: (context: Parameters<typeof rememberWrite>[0]) => Promise<T>,
	apiKey = 'key',
): Promise<unknown> {
	const clock = jest.spyOn(performance, 'now').mockReturnValue(1e9 + minutes * MINUTE);
	try {
		return (await inNode(task, { credentials: { leverApi: { apiKey } } })).value;
	} finally {
		clock.mockRestore();
	}
}

const note = (opportunityId: string) => ({ kind: 'notes', opportunityId }) as const;

describe('canSkipLookup', () => {
	it('is false for ten minutes after a write of the same kind to the same opportunity', async () => {
		await at(0, async (context) => {
			await rememberWrite(context, note('r1'));
		});
		const canSkip = async (minutes: number, records = note('r1'), apiKey?: string) =>
			await at(minutes, async (context) => await canSkipLookup(context, true, records), apiKey);
		expect(await canSkip(0)).toBe(false);
		expect(await canSkip(10)).toBe(false);
		expect(await canSkip(10.01)).toBe(true);
		expect(await canSkip(1, note('r2'))).toBe(true);
		expect(await canSkip(1, note('r1'), 'another key')).toBe(true);
		expect(
			await at(1, async (context) =>
				canSkipLookup(context, true, { kind: 'files', opportunityId: 'r1' }),
			),
		).toBe(true);
	});

	it('does not lean on the wall clock', async () => {
		await at(0, async (context) => {
			await rememberWrite(context, note('r3'));
		});
		const clock = jest.spyOn(Date, 'now').mockReturnValue(0);
		expect(await at(1, async (context) => await canSkipLookup(context, true, note('r3')))).toBe(
			false,
		);
		clock.mockRestore();
	});

	it.each([false, undefined, 'yes'])('is false when the option is %j', async (option) => {
		expect(await at(0, async (context) => await canSkipLookup(context, option, note('r4')))).toBe(
			false,
		);
	});

	it('forgets the oldest of more than twenty thousand writes', async () => {
		await at(0, async (context) => {
			for (let number = 0; number <= 20_000; number++)
				await rememberWrite(context, note(`many-${number.toString()}`));
		});
		const canSkip = async (id: string) =>
			await at(0, async (context) => await canSkipLookup(context, true, note(id)));
		expect(await canSkip('many-0')).toBe(true);
		expect(await canSkip('many-20000')).toBe(false);
	});
});
