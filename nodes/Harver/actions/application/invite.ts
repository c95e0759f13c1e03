import type {
	IDataObject,
	IExecuteFunctions,
	INodeExecutionData,
	INodePropertyOptions,
} from 'n8n-workflow';
import { NodeOperationError } from 'n8n-workflow';

import { getRequiredParameter, getRows, toText } from '../../../shared/node/parameters';
import { isSpecific, tagMatches } from '../../../shared/node/tagPattern';
import { getAccountId } from '../../fields/account';
import { getParameters } from '../../fields/atsParameters';
import { getCandidate } from '../../invite/candidate';
import { chooseVacancy, getVacancyReferences } from '../../invite/chooseVacancy';
import type { Invitation } from '../../invite/invitation';
import { inviteOnce } from '../../invite/inviteOnce';
import { buildNotInvited, type InviteResult } from '../../invite/result';
import { buildLeverParameters, findParameterProblem } from '../../items/atsParameters';
import { searchByOpportunity, type SearchHit } from '../../requests/searchApplications';
import { getVacancyCatalog } from '../../requests/vacancyCatalog';
import { inviteFields } from './inviteFields';

export const option: INodePropertyOptions = {
	name: 'Invite',
	value: 'invite',
	action: 'Invite a candidate',
	description: 'Invite a candidate from Lever to the right assessment, once',
};

export const fields = inviteFields;

/** The second output is for candidates who were not invited, for a reason or because of an error. */
export function getOutputIndex({ json }: INodeExecutionData): number {
	return ['invited', 'alreadyInvited', 'alreadyCompleted'].includes(toText(json.outcome)) ? 0 : 1;
}

/**
 * Invites the candidate of an item to each vacancy that its tags name, and returns one item for each. What the recruiter can
 * fix is a result with its reason, not an error. Throws NodeOperationError when the item is not an opportunity and the options
 * hold no email address, or when the ATS parameters break Harver's limits; NodeApiError.
 */
export async function execute(
	this: IExecuteFunctions,
	itemIndex: number,
): Promise<INodeExecutionData[]> {
	const item = this.getInputData()[itemIndex]?.json ?? {};
	const options = this.getNodeParameter('options', itemIndex, {});
	const results = await invite(this, itemIndex, item, options);
	return results.map((result) => ({ json: { ...result } }));
}

async function invite(
	context: IExecuteFunctions,
	itemIndex: number,
	opportunity: IDataObject,
	options: IDataObject,
): Promise<InviteResult[]> {
	const opportunityId = (isOpportunity(opportunity) && toText(opportunity.id)) || null;
	assertHasCandidate(context, itemIndex, opportunity, options);
	if (isArchived(opportunity)) return [buildNotInvited('archived', opportunityId)];
	const candidate = getCandidate(opportunity, options);
	if (typeof candidate === 'string') return [buildNotInvited(candidate, opportunityId)];
	const references = getReferences(context, itemIndex, opportunity, options);
	if (references.length === 0) return [buildNotInvited('noVacancyTag', opportunityId)];
	const atsParameters = buildAtsParameters(context, itemIndex, opportunity, options);
	return await inviteToEach(context, itemIndex, references, {
		accountId: await getAccountId(context, itemIndex),
		candidate,
		opportunityId,
		mayHaveApplication: mayHaveApplication(opportunity, toText(options.invitedTag)),
		atsParameters,
		reInvite: options.reInvite === true,
		returnMagicLink: options.returnMagicLink === true,
	});
}

/** Searches for the opportunity's earlier applications once, for all its vacancies. */
async function inviteToEach(
	context: IExecuteFunctions,
	itemIndex: number,
	references: string[],
	invitation: Omit<Invitation, 'vacancy' | 'searchByOpportunity'>,
): Promise<InviteResult[]> {
	const { accountId, opportunityId } = invitation;
	let hits: Promise<SearchHit[]> | undefined;
	const search = async (): Promise<SearchHit[]> =>
		await (hits ??= searchByOpportunity(context, itemIndex, accountId, opportunityId));
	const results: InviteResult[] = [];
	for (const reference of references) {
		const catalog = await getVacancyCatalog(context, itemIndex, accountId);
		const match = await chooseVacancy(reference, catalog);
		const { vacancy } = match;
		if (vacancy && results.some((result) => result.vacancy?.id === vacancy.id)) continue;
		results.push(
			'problem' in match
				? buildNotInvited(match.problem, opportunityId, vacancy?.name ?? reference, vacancy)
				: await inviteOnce(context, itemIndex, {
						...invitation,
						vacancy: match.vacancy,
						searchByOpportunity: search,
					}),
		);
	}
	return results;
}

function assertHasCandidate(
	context: IExecuteFunctions,
	itemIndex: number,
	item: IDataObject,
	{ email }: IDataObject,
): void {
	if (isOpportunity(item) || toText(email) !== '') return;
	throw new NodeOperationError(context.getNode(), 'The item is not an opportunity', {
		itemIndex,
		description:
			'Add Lever > Get an Opportunity before this node, or enter the email address and names in the options.',
	});
}

function isOpportunity(item: IDataObject): boolean {
	return 'emails' in item || 'stage' in item || 'tags' in item || 'isAnonymized' in item;
}

function isArchived({ archived }: IDataObject): boolean {
	return typeof archived === 'object' && archived !== null;
}

/** Whether the candidate may have been invited before. Without the tags or the pattern of the tag, everybody may have been. */
function mayHaveApplication({ tags }: IDataObject, invitedTag: string): boolean {
	if (!Array.isArray(tags) || !isSpecific(invitedTag)) return true;
	return tags.some((tag) => tagMatches(invitedTag, toText(tag)));
}

/** Returns the names or IDs of the vacancies: the selected one, else those in the candidate's tags, else the posting's, else the default. */
function getReferences(
	context: IExecuteFunctions,
	itemIndex: number,
	{ tags, posting }: IDataObject,
	options: IDataObject,
): string[] {
	if (context.getNodeParameter('vacancySource', itemIndex, 'tags') === 'chosen')
		return [getRequiredParameter(context, itemIndex, 'vacancyId', 'Harver vacancy')];
	const rows = getRows(context.getNodeParameter('tagTable', itemIndex, {}));
	const rules = {
		pattern: toText(context.getNodeParameter('tagPattern', itemIndex, '')),
		table: rows.map(({ tag, vacancy }) => ({ tag: toText(tag), vacancy: toText(vacancy) })),
	};
	const own = getVacancyReferences(tags, rules);
	if (own.length > 0) return own;
	const postingTags =
		options.postingTags === false ? [] : (posting as IDataObject | undefined)?.tags;
	const fromPosting = getVacancyReferences(postingTags, rules);
	if (fromPosting.length > 0) return fromPosting;
	return [toText(options.defaultVacancy)].filter((reference) => reference !== '');
}

function buildAtsParameters(
	context: IExecuteFunctions,
	itemIndex: number,
	opportunity: IDataObject,
	options: IDataObject,
): Record<string, string> {
	const returnUrl = toText(options.returnUrl);
	const parameters = {
		...getParameters(options.parameters),
		...(returnUrl === '' ? {} : { return_url: returnUrl }),
		...buildLeverParameters(opportunity),
	};
	const problem = findParameterProblem(parameters);
	if (problem === undefined) return parameters;
	throw new NodeOperationError(context.getNode(), problem, {
		itemIndex,
		description: 'Change the ATS parameters in the options of this node.',
	});
}
