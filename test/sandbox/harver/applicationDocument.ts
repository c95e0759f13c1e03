import type { Application, HarverAccount } from './HarverAccount';
import { reportLink } from './reports';

/** The includes that the sandbox's account has modules for. */
export const INCLUDES = ['vacancy', 'report', 'ats', 'matching-results', 'matching-indicators', 'personal-info', 'personal-information', 'consents'];

const seconds = (milliseconds: number): number => Math.floor(milliseconds / 1000);

/** An application as Harver answers it, with the includes that were asked for (contract harver, Calls). */
export function applicationDocument(account: HarverAccount, application: Application, includes: string[], language: string): Record<string, unknown> {
	const { id, candidate, status, matchingScore, appliedAt, completedAt, vacancyId } = application;
	const { emailAddress: email, firstName, lastName } = candidate;
	const included = includes.flatMap((name) => includedOf(account, application, name, language));
	return {
		data: {
			type: 'applications',
			id,
			attributes: {
				appliedAt: seconds(appliedAt),
				...(completedAt === null ? {} : { completedAt: seconds(completedAt) }),
				status,
				progress: { all: 3, completed: completedAt === null ? 0 : 3 },
				matchingScore,
				language: candidate.language ?? 'en',
				isRejectedByHardQuestion: false,
				...(matchingScore === null ? {} : { matchingProfile: { bracketId: 'b1', label: matchingScore >= 70 ? 'Strong match' : 'Possible match' } }),
			},
			relationships: {
				candidate: { data: { type: 'candidates', id: candidate.id, email, attributes: { firstName, lastName, email } } },
				vacancy: { data: { type: 'vacancies', id: vacancyId } },
			},
		},
		...(included.length > 0 ? { included } : {}),
	};
}

function includedOf(account: HarverAccount, application: Application, name: string, language: string): Record<string, unknown>[] {
	const { id, vacancyId, atsParameters, completedAt } = application;
	switch (name) {
		case 'ats':
			return [{ type: 'ats-parameters', id, attributes: atsParameters }];
		case 'vacancy':
			return [{ type: 'vacancies', id: vacancyId, attributes: { name: account.vacancy(vacancyId).name } }];
		case 'report':
			return completedAt === null
				? []
				: [
						{ type: 'reports', id, attributes: reportLink(account, id, 'report', language) },
						{ type: 'fact-sheets', id, attributes: reportLink(account, id, 'fact-sheet', language) },
						{ type: 'candidate-detail-page', id, attributes: { url: `${account.publicUrl()}/harver/candidates/${application.candidate.id}` } },
					];
		case 'matching-results':
			return completedAt === null ? [] : [{ type: 'matching-results', id, attributes: { moduleType: 'situational-judgement', moduleScore: application.matchingScore, moduleWeight: 1, status: 'pass' } }];
		default:
			return [];
	}
}
