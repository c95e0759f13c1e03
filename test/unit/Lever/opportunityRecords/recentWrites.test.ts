import type { IExecuteFunctions } from 'n8n-workflow';

import {
	canSkipLookup,
	getWriteKey,
	rememberWrite,
} from '../../../../nodes/Lever/opportunityRecords/recentWrites';
import { inNode } from '../../inNode';

const MINUTE = 60_000;

const context = { getMode: () => 'trigger' } as unknown as IExecuteFunctions;
const canSkip = (writeKey: string): boolean => canSkipLookup(context, true, writeKey);

describe('canSkipLookup', () => {
	let minutes = 0;

	beforeEach(() => {
		minutes = 0;
		jest.spyOn(performance, 'now').mockImplementation(() => 1e9 + minutes * MINUTE);
	});
	afterEach(() => {
		jest.restoreAllMocks();
	});

	it('is false for ten minutes after a write, whatever the wall clock says', () => {
		jest.spyOn(Date, 'now').mockReturnValue(0);
		expect(canSkip('a')).toBe(true);
		rememberWrite('a');
		expect(canSkip('a')).toBe(false);
		expect(canSkip('b')).toBe(true);
		minutes = 10;
		expect(canSkip('a')).toBe(false);
		minutes = 10.01;
		expect(canSkip('a')).toBe(true);
	});

	it.each([false, undefined, 'yes'])('is false when the option is %j', (option) => {
		expect(canSkipLookup(context, option, 'c')).toBe(false);
	});

	it('forgets the oldest of more than twenty thousand writes', () => {
		for (let number = 0; number <= 20_000; number++) rememberWrite(`many-${number.toString()}`);
		expect(canSkip('many-0')).toBe(true);
		expect(canSkip('many-20000')).toBe(false);
	});
});

describe('getWriteKey', () => {
	const keyOf = async (kind: 'notes' | 'files', opportunityId: string, leverApi: object) =>
		(
			await inNode(async (node) => await getWriteKey(node, { kind, opportunityId }), {
				credentials: { leverApi: { apiKey: 'key-1', ...leverApi } },
			})
		).value as string;

	it('differs by kind, opportunity, key and environment, and does not contain the key', async () => {
		const keys = await Promise.all([
			keyOf('notes', 'o1', {}),
			keyOf('files', 'o1', {}),
			keyOf('notes', 'o2', {}),
			keyOf('notes', 'o1', { apiKey: 'key-2' }),
			keyOf('notes', 'o1', { environment: 'sandbox' }),
		]);
		expect(new Set(keys).size).toBe(5);
		expect(keys[0]).toBe(await keyOf('notes', 'o1', {}));
		expect(keys.join()).not.toContain('key-1');
	});
});
