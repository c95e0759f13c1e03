import { toText } from '../../shared/node/parameters';
import type { HttpResponse, ServiceFailure } from '../../shared/http/types';
import { asObject } from '../../shared/object';

/**
 * Reads Harver's error in both of its shapes, `{errors: [{id, status, title, detail?}]}` and
 * `{statusCode|status, code, message, name}`, with the correlation id that its support asks for (docs/harver-api.md, Errors).
 */
export function readHarverFailure({ body, headers }: HttpResponse): ServiceFailure {
	const correlationId = toText(headers['x-correlation-id']);
	return { ...ownWords(body), ...(correlationId === '' ? {} : { correlationId }) };
}

function ownWords(body: unknown): ServiceFailure {
	const fields = asObject(body);
	if (Array.isArray(fields.errors)) {
		const errors = fields.errors.map(asObject);
		const message = errors
			.map(({ title, detail }) => [title, detail].map(toText).filter(Boolean).join(': '))
			.filter(Boolean)
			.join('; ');
		const code = toText(errors[0]?.code ?? errors[0]?.id);
		return { ...(message ? { message } : {}), ...(code ? { code } : {}) };
	}
	const message = toText(fields.message);
	const code = toText(fields.code) || toText(fields.name);
	return { ...(message ? { message } : {}), ...(code ? { code } : {}) };
}
