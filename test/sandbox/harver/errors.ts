import { randomBytes, randomUUID } from 'node:crypto';

import type { ErrorRequestHandler, RequestHandler, Response } from 'express';
import { z } from 'zod';

/** An error in one of Harver's two shapes (docs/harver-api.md, Errors). */
export class HarverError extends Error {
	constructor(
		readonly status: number,
		readonly title: string,
		readonly shape: 'errors' | 'plain' = 'errors',
		readonly detail?: string,
	) {
		super(detail ?? title);
	}
}

export function notFound(kind: string): HarverError {
	return new HarverError(404, `${kind} not found`, 'plain');
}

/** Parses a query or a body. Throws a 400 that names the field if it doesn't match the schema. */
export function validate<T>(schema: z.ZodType<T, z.ZodTypeDef, unknown>, given: unknown): T {
	const read = schema.safeParse(given ?? {});
	if (read.success) return read.data;
	const [issue] = read.error.issues;
	throw new HarverError(
		400,
		`${issue?.path.join('.') ?? ''}: ${issue?.message ?? 'invalid'}`.replace(/^: /u, ''),
	);
}

/** For requests without query parameters. */
export const noQuery = z.object({}).strict();

/** Creates an ID of 24 hexadecimal digits. */
export const createId = (): string => randomBytes(12).toString('hex');

/** Adds the correlation ID that every answer of Harver has (docs/harver-api.md, Errors). */
export const addCorrelationId: RequestHandler = (_request, response, next) => {
	response.setHeader('X-Correlation-Id', randomUUID());
	next();
};

export const handleErrors: ErrorRequestHandler = (error, _request, response, next) => {
	if (response.headersSent) next(error);
	else if (error instanceof HarverError) sendError(response, error);
	else if (error instanceof SyntaxError)
		sendError(response, new HarverError(400, 'The body is not JSON'));
	else sendError(response, new HarverError(500, 'The sandbox failed', 'plain'));
};

function sendError(response: Response, { status, title, shape, detail }: HarverError): void {
	const id = { 400: 'ValidationError', 404: 'Not Found' }[status] ?? 'Error';
	response.status(status).json(
		shape === 'errors'
			? {
					errors: [
						{ id, status: status.toString(), title, ...(detail === undefined ? {} : { detail }) },
					],
				}
			: { statusCode: status, status, code: status, message: title, name: 'Error' },
	);
}
