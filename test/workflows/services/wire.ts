import nock, { type Body, type ReplyFnContext } from 'nock';

/** A request as a service sees it. `call` is the method and the path below the base URL: `POST /opportunities/…/addTags`. */
export interface Call {
	call: string;
	query: URLSearchParams;
	body: unknown;
	authorization: string;
}

export interface Answer {
	status: number;
	body?: Body;
	headers?: Record<string, string>;
}

/** An answer that replaces the service's own for the next calls of this kind, once by default. */
export interface Fault extends Answer {
	call: string;
	times?: number;
}

/** A change that a service made. `call` includes the user on whose behalf it was made: `…?perform_as=…`. */
export interface Write {
	service: string;
	call: string;
	body: unknown;
}

/** The calls to the services, in order. */
export interface Log {
	/** Every call, including those that were rejected: `Lever GET /opportunities/…`. */
	asked: string[];
	/** Every change that was made. */
	written: Write[];
	/** Calls that the services of these tests do not know: a test with one of these fails. */
	unexpected: string[];
}

/** One service at the edge of the network. */
export interface Service {
	name: string;
	host: string;
	/** The base of its paths, which `call` leaves out. */
	base: string;
	/** Returns its answer to a call, or `undefined` if it does not know the call. */
	answer(call: Call): Answer | undefined;
}

const METHODS = ['GET', 'POST', 'PUT', 'PATCH', 'DELETE'];

/** Lets nock answer for a service. Calls are added to the log; faults come before its own answers and must all be used. */
export function putOnTheWire(service: Service, faults: Fault[], log: Log): void {
	const { name, host, base } = service;
	for (const { call, times = 1, ...fault } of faults) {
		const [method = '', path = ''] = call.split(' ');
		nock(host)
			.intercept(path.startsWith('/oauth') ? path : `${base}${path}`, method)
			.query(true)
			.times(times)
			.reply(() => {
				log.asked.push(`${name} ${call}`);
				return replyWith(fault);
			});
	}
	for (const method of METHODS) {
		nock(host)
			.persist()
			.intercept(() => true, method)
			.optionally()
			.reply(function (uri, sent) {
				const asked = callOf(this, method, uri, sent, base);
				const answered = service.answer(asked);
				log.asked.push(`${name} ${asked.call}`);
				if (!answered) log.unexpected.push(`${name} ${method} ${uri}`);
				else if (method !== 'GET' && asked.call !== 'POST /oauth/token' && answered.status < 300)
					log.written.push(writeOf(name, asked));
				return replyWith(answered ?? { status: 501 });
			});
	}
}

function replyWith({
	status,
	body = '',
	headers = {},
}: Answer): [number, Body, Record<string, string>] {
	return [status, body, headers];
}

function callOf(
	{ req }: ReplyFnContext,
	method: string,
	uri: string,
	body: unknown,
	base: string,
): Call {
	const { pathname, searchParams } = new URL(uri, 'https://service.example');
	const path = pathname.startsWith(`${base}/`) ? pathname.slice(base.length) : pathname;
	const header: unknown = req.headers.authorization;
	return {
		call: `${method} ${path}`,
		query: searchParams,
		body,
		authorization: String(Array.isArray(header) ? header[0] : header),
	};
}

function writeOf(service: string, { call, query, body }: Call): Write {
	const performAs = query.get('perform_as');
	return { service, call: performAs === null ? call : `${call}?perform_as=${performAs}`, body };
}
