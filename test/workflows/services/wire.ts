import nock, { type Body, type ReplyFnContext } from 'nock';

/** A request as a service sees it. `call` is method and path below the service's base: `POST /opportunities/…/addTags`. */
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

/** An answer that a service gives in place of its own to the next such call, so many times (once, if nothing is said). */
export interface Fault extends Answer {
	call: string;
	times?: number;
}

/** Something that a service was told to change and did. `call` names who acts when somebody does: `…?perform_as=…`. */
export interface Write {
	service: string;
	call: string;
	body: unknown;
}

/** What the services were asked, in order. */
export interface Log {
	/** Every call, also those that were refused: `Lever GET /opportunities/…`. */
	asked: string[];
	/** Every change that was made. */
	written: Write[];
	/** Calls that the services of these tests do not know. A test in which there is one has failed. */
	unexpected: string[];
}

/** One service at the edge of the network. */
export interface Service {
	name: string;
	host: string;
	/** What goes before the paths of its calls; left out of `call`. */
	base: string;
	/** Its own answer to a call; `undefined` when it does not know the call. */
	answer(call: Call): Answer | undefined;
}

const METHODS = ['GET', 'POST', 'PUT', 'PATCH', 'DELETE'];

/** Puts a service on the wire. What it is asked is added to the record; faults go before its own answers and must all be met. */
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
