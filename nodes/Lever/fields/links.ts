import type { IExecuteFunctions, INodeProperties } from 'n8n-workflow';
import { NodeOperationError } from 'n8n-workflow';

import { getRequiredList } from '../../shared/node/parameters';
import { isWebAddress, splitLinks } from '../../shared/node/webAddress';

/** The links that an operation adds or removes. */
export const linksField: INodeProperties = {
	displayName: 'Links',
	name: 'links',
	type: 'string',
	default: '',
	required: true,
	placeholder: 'e.g. https://www.example.org/portfolio',
	description:
		'One or several web addresses, separated by commas, spaces or line ends, or as a list from an expression. Lever keeps links on the person, so every opportunity of the candidate shows them.',
};

/** The links given for an item, each once. Throws NodeOperationError when there is none or one is no web address. */
export function linksOf(context: IExecuteFunctions, itemIndex: number): string[] {
	const links = getRequiredList(context, itemIndex, 'links', 'link', splitLinks);
	return webAddresses(context, itemIndex, links);
}

/** The same links, when all are web addresses. Throws NodeOperationError otherwise: it counts them, for a link can be a secret. */
export function webAddresses(
	context: IExecuteFunctions,
	itemIndex: number,
	links: string[],
): string[] {
	const wrong = links.findIndex((link) => !isWebAddress(link));
	if (wrong < 0) return links;
	throw new NodeOperationError(
		context.getNode(),
		`Link ${(wrong + 1).toString()} of ${links.length.toString()} is not a web address`,
		{
			itemIndex,
			description:
				'Give full addresses that start with https:// or http://, e.g. https://www.example.org/portfolio.',
		},
	);
}
