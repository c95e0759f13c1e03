const STRANGE: unknown[] = [
	null,
	true,
	false,
	0,
	-1,
	1.5,
	1e300,
	-1e300,
	Number.MAX_SAFE_INTEGER + 2,
	'',
	' ',
	'\u0000',
	'\ud800',
	'💥'.repeat(20),
	'../../etc',
	'{{ $json }}',
	'a'.repeat(600),
	'f'.repeat(64),
	'0'.repeat(24),
	[],
	[[[[]]]],
	{},
	{ toString: 1, length: -1, constructor: null },
	['a'.repeat(64)],
	{ data: { data: { data: {} } } },
];
const NAMES = [
	'__proto__',
	'constructor',
	'toString',
	'id',
	'data',
	'signature',
	'token',
	'event',
	'type',
	'attributes',
	'',
	'\u0000',
];

/** Makes bodies and headers that are nearly right, the same ones for the same seed. */
export class Mutator {
	constructor(private state: number) {}

	/** The JSON of a body with one to three changes: fields lost, changed or added, and sometimes bytes lost or changed. */
	mutated(body: object): string {
		let value: unknown = structuredClone(body);
		for (let changes = 1 + this.upTo(3); changes > 0; changes--) value = this.changed(value);
		const text = JSON.stringify(value);
		return this.upTo(5) === 0 ? this.spoilt(text) : text;
	}

	/** A header that carries something else than the right one does. */
	mutatedHeader(right: string): string {
		const header = this.spoilt(
			this.upTo(4) === 0 ? `${right}${String(this.oneOf(STRANGE.slice(0, 12)))}` : right,
		);
		// The scheme may be in capitals, more blanks may follow, and the padding may lack: that is the same login.
		const carried = (of: string): string => of.replace(/^basic +/iu, '').replace(/=+$/u, '');
		return carried(header) === carried(right) ? header.replace(/.{2}=*$/u, '') : header;
	}

	/** A text in hexadecimal digits with one of them changed. */
	withAnotherHexDigit(text: string): string {
		const at = this.upTo(text.length);
		const digit = Number.parseInt(text.charAt(at), 16);
		return `${text.slice(0, at)}${((digit + 1 + this.upTo(15)) % 16).toString(16)}${text.slice(at + 1)}`;
	}

	private changed(value: unknown): unknown {
		if (typeof value === 'string' && this.upTo(2) === 0) return this.spoilt(value);
		if (typeof value === 'number' && this.upTo(2) === 0) return value + this.upTo(2_000) - 1_000;
		if (typeof value !== 'object' || value === null) return this.oneOf(STRANGE);
		const entries = Object.entries(value);
		const at = this.upTo(entries.length);
		const chosen = entries[at];
		const choice = this.upTo(12);
		if (choice === 0) return this.oneOf(STRANGE);
		if (choice === 1 || chosen === undefined)
			return Object.fromEntries([...entries, [this.oneOf(NAMES), this.oneOf(STRANGE)]]);
		if (choice === 2) return Object.fromEntries(entries.filter((_, index) => index !== at));
		if (choice === 3) return Object.fromEntries([...entries, [chosen[0].toUpperCase(), chosen[1]]]);
		return Object.fromEntries(
			entries.map(([name, part], index) => [name, index === at ? this.changed(part) : part]),
		);
	}

	/** A text with a piece lost, doubled or replaced. */
	private spoilt(text: string): string {
		const from = this.upTo(text.length + 1);
		const piece = text.slice(from, from + 1 + this.upTo(4));
		const instead = this.oneOf([
			'',
			piece + piece,
			piece.toUpperCase(),
			String.fromCharCode(this.upTo(256)),
			'"',
			'\\',
			'\ufeff',
		]);
		return `${text.slice(0, from)}${instead}${text.slice(from + piece.length)}`;
	}

	private oneOf<T>(choices: T[]): T {
		return choices[this.upTo(choices.length)] as T;
	}

	/** A whole number from 0 to below the limit (mulberry32). */
	private upTo(limit: number): number {
		this.state = (this.state + 0x6d2b79f5) | 0;
		let mixed = Math.imul(this.state ^ (this.state >>> 15), this.state | 1);
		mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
		return Math.floor((((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296) * limit);
	}
}
