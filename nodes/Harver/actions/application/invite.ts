import type {
	IDataObject,
	IExecuteFunctions,
	INodeExecutionData,
	INodePropertyOptions,
} from 'n8n-workflow';
import { NodeOperationError } from 'n8n-workflow';

import { withLock } from '../../../shared/http/withLock';
import { toText, getRequiredParameter, getRows } from '../../../shared/node/parameters';
import type { FoundApplication } from '../../application/findApplications';
import { getAccountId } from '../../fields/account';
import { accountVacancies } from '../../invite/accountVacancies';
import { applicationsOfOpportunity } from '../../invite/applications';
import { leverParameters, problemWithParameters } from '../../invite/atsParameters';
import { candidateOf } from '../../invite/candidate';
import { inviteFields } from '../../invite/fields';
import type { Invitation, LookUp } from '../../invite/invitation';
import { inviteTo } from '../../invite/inviteTo';
import { notInvited, type InviteResult } from '../../invite/outcome';
import { chooseVacancy, wishesInTags, type TagRules } from '../../invite/vacancyChoice';

export const option: INodePropertyOptions = {
	name: 'Invite',
	value: 'invite',
	action: 'Invite a candidate',
	description: 'Invite a candidate from Lever to the right assessment, once',
};

export const fields = inviteFields;

/** The second output is for candidates who were not invited, for a reason or by a failure. */
export function outputOf({ json }: INodeExecutionData): number {
	return ['invited', 'alreadyInvited', 'alreadyCompleted'].includes(toText(json.outcome)) ? 0 : 1;
}

/**
 * Invites the candidate of an opportunity item to each vacancy that is meant for them; one item for each. What only the
 * recruiter can mend is an outcome with its reason, not an error. Throws NodeOperationError when the item is no
 * opportunity or the ATS parameters break Harver's limits, NodeApiError.
 */
export async function execute(
	this: IExecuteFunctions,
	itemIndex: number,
): Promise<INodeExecutionData[]> {
	const opportunity = this.getInputData()[itemIndex]?.json ?? {};
	const opportunityId = (looksLikeAnOpportunity(opportunity) && toText(opportunity.id)) || null;
	const options = this.getNodeParameter('options', itemIndex, {});
	const results = await invite(this, itemIndex, opportunity, opportunityId, options);
	return results.map((result) => ({ json: { ...result } }));
}

async function invite(
	context: IExecuteFunctions,
	itemIndex: number,
	opportunity: IDataObject,
	opportunityId: string | null,
	options: IDataObject,
): Promise<InviteResult[]> {
	refuseWhatIsNoCandidate(context, itemIndex, opportunity, options);
	if (isArchived(opportunity)) return [notInvited('archived', opportunityId)];
	const candidate = candidateOf(opportunity, {
		email: toText(options.email) || undefined,
		firstName: toText(options.firstName) || undefined,
		lastName: toText(options.lastName) || undefined,
		phone: toText(options.phone) || undefined,
		language: toText(options.language) || undefined,
	});
	if (typeof candidate === 'string') return [notInvited(candidate, opportunityId)];
	const wishes = wishesOf(context, itemIndex, opportunity, options);
	if (wishes.length === 0) return [notInvited('noVacancyTag', opportunityId)];

	const parameters = parametersOf(context, itemIndex, opportunity, options);
	const accountId = await getAccountId(context, itemIndex);
	const invitation: Invitation = {
		accountId,
		candidate,
		opportunityId,
		opportunityCreatedAt:
			typeof opportunity.createdAt === 'number' ? opportunity.createdAt : undefined,
		parameters,
		reInvite: options.reInvite === true,
		lookUp: lookUpOf(options),
		withMagicLink: options.magicLink === true,
	};
	return await withLock(
		`invite ${accountId} ${opportunityId ?? candidate.emailAddress}`,
		async () => await inviteToEach(context, itemIndex, wishes, invitation),
	);
}

/** Looks for the opportunity's earlier applications at most once for all its vacancies. */
async function inviteToEach(
	context: IExecuteFunctions,
	itemIndex: number,
	wishes: string[],
	invitation: Invitation,
): Promise<InviteResult[]> {
	const { accountId, opportunityId } = invitation;
	let found: Promise<FoundApplication[]> | undefined;
	const earlier = async (): Promise<FoundApplication[]> =>
		await (found ??=
			opportunityId === null
				? Promise.resolve([])
				: applicationsOfOpportunity(context, itemIndex, accountId, opportunityId));
	const results: InviteResult[] = [];
	for (const wish of wishes) {
		const choice = await chooseVacancy(wish, await accountVacancies(context, itemIndex, accountId));
		if (results.some(({ vacancy }) => vacancy !== null && vacancy.id === choice.vacancy?.id))
			continue;
		results.push(
			'problem' in choice
				? notInvited(choice.problem, opportunityId, choice.vacancy?.name ?? wish, choice.vacancy)
				: await inviteTo(context, itemIndex, choice.vacancy, invitation, earlier),
		);
	}
	return results;
}

function refuseWhatIsNoCandidate(
	context: IExecuteFunctions,
	itemIndex: number,
	opportunity: IDataObject,
	options: IDataObject,
): void {
	if (looksLikeAnOpportunity(opportunity) || toText(options.email) !== '') return;
	throw new NodeOperationError(context.getNode(), 'The item is not an opportunity', {
		itemIndex,
		description:
			'Put Lever > Get an Opportunity before this node, or give the e-mail address and the names in the options.',
	});
}

function looksLikeAnOpportunity(item: IDataObject): boolean {
	return 'emails' in item || 'stage' in item || 'tags' in item || 'isAnonymized' in item;
}

function lookUpOf({ lookUp }: IDataObject): LookUp {
	return lookUp === 'each' || lookUp === 'inDoubt' ? lookUp : 'together';
}

function isArchived({ archived }: IDataObject): boolean {
	return typeof archived === 'object' && archived !== null;
}

function wishesOf(
	context: IExecuteFunctions,
	itemIndex: number,
	opportunity: IDataObject,
	options: IDataObject,
): string[] {
	if (context.getNodeParameter('vacancySource', itemIndex, 'tags') === 'chosen') {
		return [getRequiredParameter(context, itemIndex, 'vacancyId', 'Harver vacancy')];
	}
	const rules: TagRules = {
		pattern: toText(context.getNodeParameter('tagPattern', itemIndex, '')),
		table: getRows(context.getNodeParameter('tagTable', itemIndex, {})).map(({ tag, vacancy }) => ({
			tag: toText(tag),
			vacancy: toText(vacancy),
		})),
	};
	const own = wishesInTags(opportunity.tags, rules);
	if (own.length > 0) return own;
	const fromPosting =
		options.postingTags === false
			? []
			: wishesInTags((opportunity.posting as IDataObject | undefined)?.tags, rules);
	if (fromPosting.length > 0) return fromPosting;
	return [toText(options.defaultVacancy)].filter((wish) => wish !== '');
}

function parametersOf(
	context: IExecuteFunctions,
	itemIndex: number,
	opportunity: IDataObject,
	options: IDataObject,
): Record<string, string> {
	const own = getRows(options.parameters).map(
		({ name, value }) => [toText(name), toText(value)] as const,
	);
	const returnUrl = toText(options.returnUrl);
	const parameters = {
		...Object.fromEntries(own.filter(([name]) => name !== '')),
		...(returnUrl === '' ? {} : { return_url: returnUrl }),
		...leverParameters(opportunity),
	};
	const problem = problemWithParameters(parameters);
	if (problem === undefined) return parameters;
	throw new NodeOperationError(context.getNode(), problem, {
		itemIndex,
		description: 'Change the ATS parameters in the options of this node.',
	});
}
