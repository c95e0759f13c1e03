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

/** What a service says about a request that it refused. */
export interface ServiceFailure {
	code?: string;
	message?: string;
	correlationId?: string;
}

/** One account of a service, ready to be asked. */
export interface ServiceConnection {
	name: string;
	credentialType: string;
	baseUrl: string;
	rateLimiter: RateLimiter;
	/** How many milliseconds one request may go on being tried after it has failed. */
	maxRetryTime?: number | undefined;
	/** Keys and tokens of the credential, which must not get into an error even if the service repeats them. */
	secrets?: string[];
	/** Reads the service's own error out of an answer. */
	readFailure(answer: HttpResponse): ServiceFailure;
	/** What the user can do about an answer with this status. */
	hint(status: number, failure: ServiceFailure): string | undefined;
}

export type QueryValue = string | number | boolean | (string | number)[];

export interface ServiceRequest {
	method: IHttpRequestMethods;
	/** Below the service's base URL, ids encoded (see `path`). */
	path: string;
	query?: Record<string, QueryValue | undefined>;
	body?: IDataObject | Buffer;
	/** The body as a stream, in place of `body`: a fresh one for each time that it is sent. */
	bodyStream?: () => Promise<ByteStream>;
	headers?: Record<string, string>;
	/** The answer is a file: its body is a Buffer. */
	binary?: boolean;
	/** What is to be done and to what, for errors: "read the opportunity 0b1c…". No personal data. */
	description: string;
	/** Names of people in the request: should the service repeat them, they do not get into an error. */
	names?: string[];
	/** A rule of this call that the user should know when it is refused. */
	hint?: string;
	/**
	 * Whether doing it twice is the same as doing it once. Without a word: everything but POST is.
	 */
	idempotent?: boolean;
	/**
	 * Looks whether a write of unknown fate took effect: its answer stands for the write's, `undefined` says that the
	 * write may be sent again.
	 */
	findExisting?(): Promise<unknown>;
	/** "Not found" is an answer too, not an error: for looking something up and for removing it. */
	accept404?: boolean;
	itemIndex?: number;
}

export interface HttpResponse {
	statusCode: number;
	headers: Record<string, unknown>;
	body: unknown;
}
