import type {
	IDataObject,
	IExecuteFunctions,
	INodeExecutionData,
	INodeProperties,
	INodePropertyOptions,
} from 'n8n-workflow';

import { getTextParameter, parseList } from '../../../shared/node/parameters';
import { accountField, getAccountId } from '../../fields/account';
import { chooseVacancy, getVacancyReferences } from '../../invite/chooseVacancy';
import { tagPatternField } from '../../fields/vacancy';
import { buildNotInvited, type Reason } from '../../invite/result';
import { getVacancyCatalog, type Vacancy } from '../../requests/vacancyCatalog';

export const option: INodePropertyOptions = {
	name: 'Find by Tags',
	value: 'findByTags',
	action: 'Find vacancies by tags',
	description:
		"Find the vacancies that a candidate's or posting's tags refer to, without inviting anyone",
};

export const fields: INodeProperties[] = [
	{
		displayName: 'Tags',
		name: 'tags',
		type: 'string',
		default: '={{ $json.tags }}',
		placeholder: 'e.g. Harver Vacancy: Customer Support Agent',
		description: 'The tags of an opportunity or posting, as a list or separated by commas',
	},
	tagPatternField,
	accountField,
];

/**
 * Finds the vacancies that tags stand for, as *Invite* does: for each tag, an item `{ found, vacancyReference, vacancy,
 * explanation, reason? }`, with a reason when there is none to invite to. One item with the reason `noVacancyTag` when no tag
 * stands for a vacancy. Throws NodeOperationError when the account is not clear, NodeApiError.
 */
export async function execute(
	this: IExecuteFunctions,
	itemIndex: number,
): Promise<INodeExecutionData[]> {
	const tags = parseList(this.getNodeParameter('tags', itemIndex, []));
	const pattern = getTextParameter(this, itemIndex, 'tagPattern');
	const references = getVacancyReferences(tags, { pattern, table: [] });
	if (references.length === 0) return [{ json: buildNotFound('noVacancyTag', null) }];
	const catalog = await getVacancyCatalog(this, itemIndex, await getAccountId(this, itemIndex));
	const items: INodeExecutionData[] = [];
	for (const reference of references) {
		const match = await chooseVacancy(reference, catalog);
		const json =
			'problem' in match
				? buildNotFound(match.problem, reference, match.vacancy)
				: buildFound(reference, match.vacancy);
		items.push({ json });
	}
	return items;
}

function buildFound(vacancyReference: string, vacancy: Vacancy): IDataObject {
	const explanation = `The Harver vacancy "${vacancy.name}" is open.`;
	return { found: true, vacancyReference, vacancy: { ...vacancy }, explanation };
}

function buildNotFound(
	reason: Reason,
	vacancyReference: string | null,
	match?: Vacancy,
): IDataObject {
	const { explanation } = buildNotInvited(reason, null, match?.name ?? vacancyReference ?? '');
	const vacancy = match ? { ...match } : null;
	return { found: false, vacancyReference, vacancy, explanation, reason };
}
