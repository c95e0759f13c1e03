import type { ILoadOptionsFunctions } from 'n8n-workflow';

import { toText } from '../../shared/node/parameters';
import { asObject } from '../../shared/object';

/**
 * The id that stands in another field of the node while a picker is open; '' when there is none. n8n's own `extractValue`
 * would fail when the chosen operation does not have the field.
 */
export function chosenId(context: ILoadOptionsFunctions, field: string): string {
	const value: unknown = context.getCurrentNodeParameter(field);
	const id = toText(value) || toText(asObject(value).value);
	return id.startsWith('=') ? '' : id;
}
