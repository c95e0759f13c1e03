import type { HarverAccount } from './HarverAccount';
import type { Application } from './records';

/** The includes whose modules the sandbox's account has. */
export const INCLUDES = [
	'vacancy',
	'report',
	'ats',
	'matching-results',
	'matching-indicators',
	'personal-info',
	'personal-information',
	'consents',
];

const seconds = (milliseconds: number): number => Math.floor(milliseconds / 1000);

type Included = { type: string; id: string; attributes: Record<string, unknown> } & Record<
	string,
	unknown
>;

/** Builds an application with its includes, as Harver returns it (docs/harver-api.md, Reading an application). */
export function buildApplicationDocument(
	account: HarverAccount,
	application: Application,
	includes: string[],
	language: string,
): Record<string, unknown> {
	const { id, candidate, status, matchingScore, appliedAt, startedAt, completedAt, vacancyId } =
		application;
	const { emailAddress: email, firstName, lastName } = candidate;
	const included = includes.flatMap((name) => buildIncluded(account, application, name, language));
	return {
		data: {
			type: 'applications',
			id,
			attributes: {
				appliedAt: seconds(appliedAt),
				...(completedAt === null ? {} : { completedAt: seconds(completedAt) }),
				status,
				progress: { all: 3, completed: completedAt !== null ? 3 : startedAt !== null ? 1 : 0 },
				matchingScore,
				language: candidate.language ?? 'en-US',
				isRejectedByHardQuestion: false,
				...(matchingScore === null ? {} : { matchingProfile: getBracket(matchingScore) }),
			},
			relationships: {
				candidate: {
					data: {
						type: 'candidates',
						id: candidate.id,
						email,
						attributes: { firstName, lastName, email },
					},
				},
				vacancy: { data: { type: 'vacancies', id: vacancyId } },
				...buildRelationships(included.filter(({ type }) => type !== 'vacancies')),
			},
		},
		...(included.length > 0 ? { included } : {}),
	};
}

function buildIncluded(
	account: HarverAccount,
	application: Application,
	name: string,
	language: string,
): Included[] {
	const { id, vacancyId, atsParameters, completedAt, candidate, matchingScore } = application;
	const availableAtOnce: Record<string, Included[]> = {
		ats: [
			{
				type: 'ats-parameters',
				id,
				attributes: account.behavior.standardAtsParametersOnly
					? pickStandardParameters(atsParameters)
					: atsParameters,
			},
		],
		vacancy: [
			{
				type: 'vacancies',
				id: vacancyId,
				attributes: { name: account.getVacancy(vacancyId).name, location: 'Amsterdam' },
			},
		],
		consents: [
			{
				type: 'consents',
				id,
				attributes: { moduleType: 'Consent', text: 'I agree.', consent: true },
			},
		],
	};
	if (completedAt === null || matchingScore === null) return availableAtOnce[name] ?? [];
	const score = { moduleScore: matchingScore, moduleWeight: 100 };
	const question = { questionId: id, question: 'Which city do you live in?', answerType: 'text' };
	const availableWhenCompleted: Record<string, Included[]> = {
		report: [
			{ type: 'reports', id, attributes: account.reports.create(id, 'report', language) },
			{ type: 'fact-sheets', id, attributes: account.reports.create(id, 'fact-sheet', language) },
			{
				type: 'candidate-detail-page',
				id,
				attributes: { url: `${account.publicUrl()}/harver/candidates/${candidate.id}` },
			},
		],
		'matching-results': [
			{
				type: 'matching-results',
				id,
				attributes: {
					moduleType: 'Situational Judgement',
					language: candidate.language ?? 'en-US',
					calculatedAt: seconds(completedAt),
					...score,
					status: matchingScore >= 50 ? 'pass' : 'fail',
				},
				relationships: { modules: { data: { type: 'modules', id } } },
			},
		],
		'matching-indicators': [
			{
				type: 'matching-indicators',
				id,
				attributes: {
					name: 'Overall fit',
					score: matchingScore.toString(),
					externalId: 'overall',
					fail: matchingScore < 50,
					...getBracket(matchingScore),
				},
			},
		],
		'personal-info': [
			{
				type: 'personal-info',
				id,
				attributes: {
					moduleType: 'Personal Info',
					questions: [{ ...question, answer: 'Amsterdam' }],
				},
			},
		],
		'personal-information': [
			{
				type: 'personal-information',
				id,
				attributes: {
					moduleType: 'Personal Information',
					questions: [{ ...question, key: 'city', answerIds: [], answers: ['Amsterdam'] }],
				},
			},
		],
	};
	return availableWhenCompleted[name] ?? availableAtOnce[name] ?? [];
}

/** The parameters that the schema of the `ats` include lists (docs/harver-api.md, ATS parameters). */
function pickStandardParameters(parameters: Record<string, string>): Record<string, string> {
	const names = ['vacancy_id', 'candidate_id', 'application_id', 'src_id'];
	return Object.fromEntries(Object.entries(parameters).filter(([name]) => names.includes(name)));
}

function getBracket(score: number): { bracketId: string; label: string } {
	return score >= 70
		? { bracketId: 'good', label: 'Good Fit' }
		: { bracketId: 'average', label: 'Possible Fit' };
}

const LIST_RELATIONSHIPS = ['matching-results', 'matching-indicators', 'consents'];

/** Builds the relationship of each include; some are lists. */
function buildRelationships(included: Included[]): Record<string, { data: unknown }> {
	const named = included.map(
		({ type, id }) =>
			[
				type === 'reports' ? 'report' : type,
				{ data: LIST_RELATIONSHIPS.includes(type) ? [{ type, id }] : { type, id } },
			] as const,
	);
	return Object.fromEntries(named.filter(([name]) => name !== 'ats-parameters'));
}
