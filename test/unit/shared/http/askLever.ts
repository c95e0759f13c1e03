import nock from 'nock';

import { leverRawRequest } from '../../../../nodes/Lever/transport/request';
import type { HttpResponse, ServiceRequest } from '../../../../nodes/shared/http/types';
import { inNode, type InNodeResult } from '../../inNode';

export const LEVER = 'https://api.lever.co';
export const KEY = 'lever-api-key-0123456789';
export const READ: ServiceRequest = {
	method: 'GET',
	path: '/opportunities/o1',
	description: 'read the opportunity o1',
};
export const WRITE: ServiceRequest = {
	method: 'POST',
	path: '/opportunities/o1/notes',
	body: { value: 'Invited' },
	description: 'add a note to the opportunity o1',
};
export const FOUND = { data: { id: 'o1' } };

/** Sends a request to Lever from a node. Each test has its own account, and so its own rate limiter. */
export async function ask(
	request: ServiceRequest,
	credential: Record<string, string | number> = {},
): Promise<InNodeResult & { answer: HttpResponse }> {
	const apiKey = `${KEY}-${expect.getState().currentTestName ?? ''}`;
	const result = await inNode(async (context) => await leverRawRequest(context, request), {
		credentials: { leverApi: { apiKey, ...credential } },
	});
	return { ...result, answer: result.value as HttpResponse };
}

/** What `READ` and `WRITE` request, for nock to answer. */
export const lever = () => nock(LEVER);
export const read = () => lever().get('/v1/opportunities/o1');
export const write = () => lever().post('/v1/opportunities/o1/notes');

/** A network error, as Node throws it. */
export const failure = (code: string) => Object.assign(new Error(`connect ${code}`), { code });

/** Fails the test when an expected request was not sent. */
export function expectAllAsked(): void {
	expect(nock.pendingMocks()).toEqual([]);
	nock.cleanAll();
}

/** All texts that can be reached from a value, including hidden fields and causes. */
export function everythingIn(value: unknown, seen = new Set<unknown>()): string {
	if (typeof value === 'string') return `${value}\n`;
	if (typeof value !== 'object' || value === null || seen.has(value)) return '';
	seen.add(value);
	return Reflect.ownKeys(value)
		.map((key) => String(key) + everythingIn((value as Record<PropertyKey, unknown>)[key], seen))
		.join('\n');
}
