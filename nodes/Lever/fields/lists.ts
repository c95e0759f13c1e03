import type { IExecuteFunctions, INodeProperties } from 'n8n-workflow';
import { NodeOperationError } from 'n8n-workflow';

import { getRequiredList } from '../../shared/node/parameters';

/** The tags that an operation adds or removes. */
export const tagsField: INodeProperties = {
	displayName: 'Tags',
	name: 'tags',
	type: 'string',
	default: '',
	required: true,
	placeholder: 'e.g. Harver: Invited',
	description:
		'One or more tags, separated by commas, or a list from an expression. Case-sensitive.',
};

/** The tags given for an item, each once. Throws NodeOperationError when there is none. */
export function getTags(context: IExecuteFunctions, itemIndex: number): string[] {
	return getRequiredList(context, itemIndex, 'tags', 'tag');
}

/** The sources that an operation adds or removes. */
export const sourcesField: INodeProperties = {
	displayName: 'Sources',
	name: 'sources',
	type: 'string',
	default: '',
	required: true,
	placeholder: 'e.g. LinkedIn',
	description: 'One or more sources, separated by commas, or a list from an expression',
};

/** The sources given for an item, each once. Throws NodeOperationError when there is none. */
export function getSources(context: IExecuteFunctions, itemIndex: number): string[] {
	return getRequiredList(context, itemIndex, 'sources', 'source');
}

/** The links that an operation adds or removes. */
export const linksField: INodeProperties = {
	displayName: 'Links',
	name: 'links',
	type: 'string',
	default: '',
	required: true,
	placeholder: 'e.g. https://www.example.org/portfolio',
	description:
		'One or more URLs, separated by commas, spaces or line breaks, or a list from an expression. Lever stores links on the contact, so all opportunities of the candidate show them.',
};

/** The links given for an item, each once. Throws NodeOperationError when there is none or one is not a URL. */
export function getLinks(context: IExecuteFunctions, itemIndex: number): string[] {
	const links = getRequiredList(context, itemIndex, 'links', 'link', splitLinks);
	assertWebAddresses(context, itemIndex, links);
	return links;
}

/** Throws NodeOperationError when one of the links is not a URL. It names its position only: a link can be a secret. */
export function assertWebAddresses(
	context: IExecuteFunctions,
	itemIndex: number,
	links: string[],
): void {
	const wrong = links.findIndex((link) => !isWebAddress(link));
	if (wrong < 0) return;
	throw new NodeOperationError(
		context.getNode(),
		`Link ${(wrong + 1).toString()} of ${links.length.toString()} is not a URL`,
		{
			itemIndex,
			description:
				'Enter full URLs that start with https:// or http://, e.g. https://www.example.org/portfolio.',
		},
	);
}

/** Whether a text is a full http or https URL, without spaces, line ends or control characters. */
export function isWebAddress(text: string): boolean {
	return /^https?:\/\//iu.test(text) && !/[\s\p{Cc}]/u.test(text) && URL.canParse(text);
}

/** Splits text at spaces, line ends and commas into links. A comma inside a URL is part of it. */
export function splitLinks(text: string): string[] {
	return text.split(/,?\s+|,(?=https?:\/\/)/iu).map((link) => link.replace(/,$/u, ''));
}
