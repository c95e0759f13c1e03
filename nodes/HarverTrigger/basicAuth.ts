import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto';

/** Both sides of the comparison are hashed under a key that nobody knows, so that their length does not show either. */
const KEY = randomBytes(32);

/** The user and the password that Harver sends as Basic Auth. */
export interface Login {
	user: string;
	password: string;
}

/** Whether a login can protect anything: it has a user and a password. */
export function isComplete({ user, password }: Login): boolean {
	return user.trim() !== '' && password.trim() !== '';
}

/**
 * Whether an `Authorization` header carries the login. User and password are compared as one, in the same time however
 * much of them fits. An incomplete login is carried by no header.
 */
export function carriesLogin(header: unknown, login: Login): boolean {
	const given = userAndPasswordIn(header);
	const fits = timingSafeEqual(
		hash(given ?? Buffer.alloc(0)),
		hash(Buffer.from(`${login.user}:${login.password}`)),
	);
	return fits && given !== undefined && isComplete(login);
}

function hash(text: Buffer): Buffer {
	return createHmac('sha256', KEY).update(text).digest();
}

function userAndPasswordIn(header: unknown): Buffer | undefined {
	const encoded =
		typeof header === 'string' ? /^Basic +([a-z0-9+/]+)={0,2}$/iu.exec(header)?.[1] : undefined;
	if (encoded === undefined) return undefined;
	const decoded = Buffer.from(encoded, 'base64');
	return decoded.toString('base64').replace(/=+$/u, '') === encoded ? decoded : undefined;
}
