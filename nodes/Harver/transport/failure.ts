import { asText } from '../../shared/parameters';
import type { Answer, ServiceFailure } from '../../shared/service';
import { fieldsOf } from '../records/fieldsOf';

/**
 * Reads Harver's error in both of its shapes, `{errors: [{id, status, title, detail?}]}` and
 * `{statusCode|status, code, message, name}`, with the correlation id that its support asks for (contract harver, Hosts, login, limits).
 */
export function readHarverFailure({ body, headers }: Answer): ServiceFailure {
	const correlationId = asText(headers['x-correlation-id']);
	return { ...ownWords(body), ...(correlationId === '' ? {} : { correlationId }) };
}

function ownWords(body: unknown): ServiceFailure {
	const fields = fieldsOf(body);
	if (Array.isArray(fields.errors)) {
		const errors = fields.errors.map(fieldsOf);
		const message = errors
			.map(({ title, detail }) => [title, detail].map(asText).filter(Boolean).join(': '))
			.filter(Boolean)
			.join('; ');
		const code = asText(errors[0]?.code ?? errors[0]?.id);
		return { ...(message ? { message } : {}), ...(code ? { code } : {}) };
	}
	const message = asText(fields.message);
	const code = asText(fields.code) || asText(fields.name);
	return { ...(message ? { message } : {}), ...(code ? { code } : {}) };
}
