import type {
	IDataObject,
	IExecuteFunctions,
	INodeExecutionData,
	INodeProperties,
	INodePropertyOptions,
} from 'n8n-workflow';

import { getTextParameter, parseList } from '../../../shared/node/parameters';
import { accountField, getAccountId } from '../../fields/account';
import { accountVacancies } from '../../invite/accountVacancies';
import { notInvited, type Reason } from '../../invite/outcome';
import { chooseVacancy, wishesInTags, type Vacancy } from '../../invite/vacancyChoice';

export const option: INodePropertyOptions = {
	name: 'Find by Tags',
	value: 'findByTags',
	action: 'Find vacancies by tags',
	description:
		'See to which vacancies the tags of a candidate or a posting would invite, without inviting anybody',
};

export const fields: INodeProperties[] = [
	{
		displayName: 'Tags',
		name: 'tags',
		type: 'string',
		default: '={{ $json.tags }}',
		placeholder: 'e.g. Harver Vacancy: Customer Support Agent',
		description:
			'The tags of an opportunity or a posting: a list, or one text in which commas separate them',
	},
	{
		displayName: 'Tag Pattern',
		name: 'tagPattern',
		type: 'string',
		default: 'Harver Vacancy: *',
		placeholder: 'Harver Vacancy: *',
		description:
			'How the tags look, with * for the name or the ID of the vacancy. Upper and lower case are the same.',
	},
	accountField,
];

/**
 * Finds the vacancies that tags name, as *Invite* does: an item `{ found, wish, vacancy, explanation, reason? }` for each tag
 * that names one; `reason` is there when none was found. One item with the reason `noVacancyTag` when no tag names one.
 * Throws NodeOperationError when the account is not clear, NodeApiError.
 */
export async function execute(
	this: IExecuteFunctions,
	itemIndex: number,
): Promise<INodeExecutionData[]> {
	const wishes = wishesInTags(parseList(this.getNodeParameter('tags', itemIndex, [])), {
		pattern: getTextParameter(this, itemIndex, 'tagPattern'),
		table: [],
	});
	if (wishes.length === 0) return [{ json: notFound('noVacancyTag', null) }];
	const vacancies = await accountVacancies(this, itemIndex, await getAccountId(this, itemIndex));
	const items: INodeExecutionData[] = [];
	for (const wish of wishes) {
		const choice = await chooseVacancy(wish, vacancies);
		items.push({
			json:
				'problem' in choice
					? notFound(choice.problem, wish, choice.vacancy)
					: found(wish, choice.vacancy),
		});
	}
	return items;
}

function found(wish: string, vacancy: Vacancy): IDataObject {
	return {
		found: true,
		wish,
		vacancy: { ...vacancy },
		explanation: `The Harver vacancy "${vacancy.name}" is open.`,
	};
}

function notFound(reason: Reason, wish: string | null, vacancy?: Vacancy): IDataObject {
	const { explanation } = notInvited(reason, null, vacancy?.name ?? wish ?? '');
	return { found: false, wish, vacancy: vacancy ? { ...vacancy } : null, explanation, reason };
}
