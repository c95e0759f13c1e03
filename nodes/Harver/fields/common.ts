import type { IExecuteFunctions, INodeProperties } from 'n8n-workflow';
import { NodeOperationError } from 'n8n-workflow';

import { toText } from '../../shared/node/parameters';

const LANGUAGE_CODE = /^[A-Za-z]{2,3}(?:-[A-Za-z0-9]{2,8})*$/u;

/** The language of what Harver returns (docs/harver-api.md, Reports). */
export const languageOption: INodeProperties = {
	displayName: 'Language',
	name: 'language',
	type: 'string',
	default: '',
	placeholder: 'e.g. nl',
	description:
		'The language of the report, if Harver has a translation. Defaults to the language of the assessment.',
};

/** Builds the headers for the operation's Language option. Throws NodeOperationError when it is not one language code. */
export function getLanguageHeaders(
	context: IExecuteFunctions,
	itemIndex: number,
): Record<string, string> {
	const language = toText(context.getNodeParameter('options', itemIndex, {}).language);
	if (language === '') return {};
	if (LANGUAGE_CODE.test(language)) return { 'accept-language': language };
	throw new NodeOperationError(context.getNode(), 'The language is not a valid language code', {
		itemIndex,
		description: 'Enter one code, such as "nl" or "en-GB".',
	});
}

export const ignoreMissingField: INodeProperties = {
	displayName: 'Ignore If Missing',
	name: 'ignoreMissing',
	type: 'boolean',
	default: true,
	description:
		'Whether to succeed if the record has already been deleted. Makes this step safe to repeat.',
};

/** Returns whether the operation succeeds when there is nothing to delete. */
export function getIgnoreMissing(context: IExecuteFunctions, itemIndex: number): boolean {
	return context.getNodeParameter('ignoreMissing', itemIndex, true) === true;
}
