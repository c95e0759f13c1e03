import type { ILoadOptionsFunctions } from 'n8n-workflow';

import { asText } from '../../shared/parameters';
import { fieldsOf } from '../records/fieldsOf';

/**
 * The id that stands in another field of the node while a picker is open; '' when there is none. n8n's own `extractValue`
 * would fail when the chosen operation does not have the field.
 */
export function chosenId(context: ILoadOptionsFunctions, field: string): string {
	const value: unknown = context.getCurrentNodeParameter(field);
	const id = asText(value) || asText(fieldsOf(value).value);
	return id.startsWith('=') ? '' : id;
}
