import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto';

/** Both sides of the comparison are hashed under a key that nobody knows, so that timing does not reveal their length. */
const KEY = randomBytes(32);

/** The user and password that Harver sends. */
export interface BasicAuth {
	user: string;
	password: string;
}

/** Whether user and password can protect anything: neither is blank. */
export function isComplete({ user, password }: BasicAuth): boolean {
	return user.trim() !== '' && password.trim() !== '';
}

/**
 * Whether an `Authorization` header holds the user and password. They are compared as one, in the same time however much
 * of them matches. No header matches an incomplete pair.
 */
export function matchesBasicAuth(header: unknown, expected: BasicAuth): boolean {
	const actual = decodeHeader(header);
	const matches = timingSafeEqual(
		hash(actual ?? Buffer.alloc(0)),
		hash(Buffer.from(`${expected.user}:${expected.password}`)),
	);
	return matches && actual !== undefined && isComplete(expected);
}

function hash(bytes: Buffer): Buffer {
	return createHmac('sha256', KEY).update(bytes).digest();
}

function decodeHeader(header: unknown): Buffer | undefined {
	const encoded =
		typeof header === 'string' ? /^Basic +([a-z0-9+/]+)={0,2}$/iu.exec(header)?.[1] : undefined;
	if (encoded === undefined) return undefined;
	const decoded = Buffer.from(encoded, 'base64');
	return decoded.toString('base64').replace(/=+$/u, '') === encoded ? decoded : undefined;
}
