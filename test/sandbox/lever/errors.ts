import type { ErrorRequestHandler } from 'express';
import { MulterError } from 'multer';
import { z } from 'zod';

/** An error of Lever: `{ code, message }` (docs/lever-api.md, Errors). */
export class LeverError extends Error {
	constructor(
		readonly status: number,
		readonly code: string,
		message: string,
	) {
		super(message);
	}
}

export function notFound(kind: string, id: string): LeverError {
	return new LeverError(404, 'ResourceNotFound', `${kind} ${id} was not found`);
}

export function invalid(message: string): LeverError {
	return new LeverError(400, 'BadRequest', message);
}

/** Parses a query or a body. Throws a 400 that names the field if it doesn't match the schema. */
export function validate<T>(schema: z.ZodType<T, z.ZodTypeDef, unknown>, given: unknown): T {
	const read = schema.safeParse(given ?? {});
	if (read.success) return read.data;
	const [issue] = read.error.issues;
	throw invalid(
		`${issue?.path.join('.') ?? ''}: ${issue?.message ?? 'invalid'}`.replace(/^: /u, ''),
	);
}

export const handleErrors: ErrorRequestHandler = (error, _request, response, next) => {
	if (response.headersSent) {
		next(error);
		return;
	}
	if (error instanceof LeverError)
		response.status(error.status).json({ code: error.code, message: error.message });
	else if (error instanceof MulterError)
		response.status(400).json({ code: 'BadRequest', message: error.message });
	else if (error instanceof SyntaxError)
		response.status(400).json({ code: 'BadRequest', message: 'The body is not JSON' });
	else response.status(500).json({ code: 'InternalServerError', message: 'The sandbox failed' });
};
