import { parseArgs } from 'node:util';

/** What a chaos run is given: `--seed` (several times, or three seeds without it) and `--candidates`. Throws what is wrong with it. */
export function chaosOptions(parameters: string[]): {
	seeds: number[];
	candidates: number;
} {
	const { values } = parseArgs({
		args: parameters,
		options: {
			seed: { type: 'string', multiple: true, default: ['1', '2', '3'] },
			candidates: { type: 'string', default: '500' },
		},
	});
	return {
		seeds: values.seed.map((seed) => wholeNumber('--seed', seed)),
		candidates: wholeNumber('--candidates', values.candidates),
	};
}

function wholeNumber(option: string, given: string): number {
	const number = Number(given);
	if (!Number.isSafeInteger(number) || number < 1)
		throw new Error(`${option} wants a whole number from 1, not "${given}".`);
	return number;
}
