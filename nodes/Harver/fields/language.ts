import type { IDataObject, IExecuteFunctions, INodeProperties } from 'n8n-workflow';
import { NodeOperationError } from 'n8n-workflow';

import { toText } from '../../shared/node/parameters';

const LANGUAGE = /^[A-Za-z]{2,3}(?:-[A-Za-z0-9]{2,8})*$/u;

/** The language that Harver answers in, where the text exists in it (docs/harver-api.md, Reports). */
export const languageOption: INodeProperties = {
	displayName: 'Language',
	name: 'language',
	type: 'string',
	default: '',
	placeholder: 'e.g. nl',
	description:
		'Language of the report, if Harver has it. If empty, the one in which the candidate did the assessment.',
};

/** The headers for the language in an operation's options. Throws NodeOperationError when it is not one language code. */
export function languageHeaders(
	context: IExecuteFunctions,
	itemIndex: number,
	options: IDataObject,
): Record<string, string> {
	const language = toText(options.language);
	if (language === '') return {};
	if (LANGUAGE.test(language)) return { 'accept-language': language };
	throw new NodeOperationError(context.getNode(), 'The language is not a language code', {
		itemIndex,
		description: 'Give one code such as "nl" or "en-GB"; Harver does not take several.',
	});
}
