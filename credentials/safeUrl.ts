import { UserError } from 'n8n-workflow';

/**
 * A base URL that a secret may be sent to, without slashes at its end. Throws UserError unless it is https, or http on
 * this machine.
 */
export function safeUrl(text: string, credentialName: string): string {
	if (isSafeUrl(text)) return new URL(text.trim()).href.replace(/\/+$/u, '');
	throw new UserError(`The custom address in the ${credentialName} credential is not a safe URL`, {
		description:
			'Give a full address that starts with https://. Plain http is accepted for this machine only.',
	});
}

/** Whether a secret may go to an address: it is https, or http on this machine. */
export function isSafeUrl(text: string): boolean {
	const url = URL.canParse(text.trim()) ? new URL(text.trim()) : undefined;
	const onThisMachine =
		url !== undefined && ['localhost', '127.0.0.1', '[::1]'].includes(url.hostname);
	return url?.protocol === 'https:' || (url?.protocol === 'http:' && onThisMachine);
}
