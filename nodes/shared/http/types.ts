import type {
	IDataObject,
	IExecuteFunctions,
	IHookFunctions,
	IHttpRequestMethods,
	ILoadOptionsFunctions,
} from 'n8n-workflow';

import type { ByteStream } from './byteStream';
import type { RateLimiter } from './RateLimiter';

/** Where requests are made from: a running node, a picker in the editor, or the (de)activation of a trigger. */
export type RequestContext = IExecuteFunctions | ILoadOptionsFunctions | IHookFunctions;

/** What a service says about a request that it rejected. */
export interface ServiceFailure {
	code?: string;
	message?: string;
	correlationId?: string;
}

/** One account of a service, ready for requests. */
export interface ServiceConnection {
	name: string;
	credentialType: string;
	baseUrl: string;
	rateLimiter: RateLimiter;
	/** How many milliseconds a request is retried after its first failure. */
	maxRetryTime: number;
	/** A path that answers GET to every client: asking for it makes n8n renew an expired access token. None when nothing expires. */
	renewalPath?: string;
	/** Keys and tokens of the credential, which must not get into an error even if the service repeats them. */
	secrets?: string[];
	/** Reads the service's own error out of a response. */
	readFailure(response: HttpResponse): ServiceFailure;
	/** What the user can do about a response with this status. */
	hint(status: number, failure: ServiceFailure): string | undefined;
}

export type QueryValue = string | number | boolean | (string | number)[];

/** What the body of a successful response holds. */
export type ExpectedBody = 'record' | 'list' | 'file' | 'nothing';

export interface ServiceRequest {
	method: IHttpRequestMethods;
	/** Below the service's base URL, ids encoded (see `path`). */
	path: string;
	query?: Record<string, QueryValue | undefined>;
	body?: IDataObject | Buffer;
	/** The body as a stream, instead of `body`; a fresh one for each attempt. */
	bodyStream?: () => Promise<ByteStream>;
	headers?: Record<string, string>;
	/**
	 * What a successful response holds; one that does not is retried, or looked for if it answers a write. Default: nothing
	 * for DELETE and PATCH, otherwise a record. A file is returned as a Buffer.
	 */
	expects?: ExpectedBody;
	/** Whether a record has what the caller needs of it, such as the ID of what was created. */
	isComplete?(record: Record<string, unknown>): boolean;
	/** What the request does, as a verb phrase for errors: "read the opportunity 0b1c…". No personal data. */
	description: string;
	/** Names of people in the request: should the service repeat them, they do not get into an error. */
	names?: string[];
	/** A rule of this call that the user should know when it is rejected. */
	hint?: string;
	/** Whether doing it twice is the same as doing it once. Default: true, except for POST. */
	idempotent?: boolean;
	/**
	 * Looks whether a write with a lost response took effect: what it returns is the body of the response, `undefined` says that
	 * the write may be sent again.
	 */
	findExisting?(): Promise<unknown>;
	/** "Not found" is a result too, not an error: for looking something up and for removing it. */
	accept404?: boolean;
	itemIndex?: number;
}

export interface HttpResponse {
	statusCode: number;
	headers: Record<string, unknown>;
	body: unknown;
}
