import type { Sandbox } from '../sandbox';
import type { Application } from '../sandbox/harver/records';
import type { Opportunity } from '../sandbox/lever/records';

/** Something wrong with a candidate. */
export interface Deviation {
	kind: string;
	candidate: string;
}

/** A candidate of the run, with the score of the completed assessment. */
export interface Expected {
	opportunityId: string;
	score: number;
}

type State = Pick<Sandbox, 'lever' | 'harver'>;

/** Finds everything that is lost or doubled: each candidate must have one of each in both services. */
export function findDeviations(state: State, candidates: Expected[]): Deviation[] {
	const applications = groupBy(
		state.harver.applications,
		({ atsParameters }) => atsParameters.lever_opportunity_id ?? '',
	);
	return candidates.flatMap((expected) => {
		const opportunity = state.lever.getOpportunity(expected.opportunityId);
		const found = applications.get(opportunity.id) ?? [];
		const kinds = [
			...checkHarver(state, found, expected),
			...checkTags(opportunity, expected),
			...checkNotes(opportunity, found),
			...checkAttachments(state, opportunity, found),
		];
		return kinds.map((kind) => ({ kind, candidate: state.lever.getContactFor(opportunity).name }));
	});
}

/** Counts deviations by kind, most frequent first, with some of the candidates. */
export function groupByKind(found: Deviation[]): string[] {
	const groups = [...groupBy(found, ({ kind }) => kind)].sort(
		([, one], [, other]) => other.length - one.length,
	);
	return groups.map(
		([kind, those]) =>
			`${those.length.toString()} × ${kind}: ${those
				.slice(0, 3)
				.map(({ candidate }) => candidate)
				.join(', ')}${those.length > 3 ? ' …' : ''}`,
	);
}

function checkHarver(
	{ harver }: State,
	applications: Application[],
	{ score }: Expected,
): string[] {
	const ids = new Set(applications.map(({ id }) => id));
	return [
		...expectOne('application', applications.length),
		...expectOne(
			'invitation e-mail',
			harver.emails.filter(({ applicationId }) => ids.has(applicationId)).length,
		),
		...applications
			.filter(({ matchingScore }) => matchingScore !== score)
			.map(() => 'assessment not completed'),
	];
}

function checkTags({ tags }: Opportunity, { score }: Expected): string[] {
	const harverTags = tags.filter((tag) => tag.startsWith('Harver: '));
	const wanted = ['Harver: Invited', 'Harver: Completed', `Harver: ${score.toString()}%`];
	return [
		...wanted
			.map((tag) => tag.replace(/\d+%/u, 'the score'))
			.filter((_, index) => !harverTags.includes(wanted[index] ?? ''))
			.map((tag) => `tag "${tag}" lost`),
		...harverTags
			.filter((tag, index) => harverTags.indexOf(tag) !== index)
			.map((tag) => `tag "${tag}" double`),
		...harverTags
			.filter((tag) => !wanted.includes(tag) && tag !== PROBLEM)
			.map((tag) => `tag "${tag}" unexpected`),
	];
}

/** The tag for a reported failure, which is no loss if everything else is right. */
const PROBLEM = 'Harver: Problem';

function checkNotes({ notes }: Opportunity, [application]: Application[]): string[] {
	const countWith = (text: string): number =>
		notes.filter(({ value }) => value.includes(text)).length;
	if (!application) return [];
	return [
		...expectOne('invitation note', countWith(`(Harver application ${application.id})`)),
		...expectOne('result note', countWith(`(Harver result ${application.id})`)),
	];
}

function checkAttachments(
	{ lever }: State,
	opportunity: Opportunity,
	[application]: Application[],
): string[] {
	if (!application) return [];
	const reports = opportunity.files.filter(
		({ name }) => name === `Harver report ${application.id}.pdf`,
	);
	return [
		...expectOne('report', reports.length),
		...reports
			.filter(({ bytes }) => !bytes.subarray(0, 5).equals(Buffer.from('%PDF-')))
			.map(() => 'report that is not a PDF'),
		...expectOne('link', lever.getContactFor(opportunity).links.length),
	];
}

function expectOne(what: string, count: number): string[] {
	if (count === 1) return [];
	return [count === 0 ? `${what} lost` : `${what} double`];
}

function groupBy<T>(all: T[], keyOf: (one: T) => string): Map<string, T[]> {
	const groups = new Map<string, T[]>();
	for (const one of all) groups.set(keyOf(one), [...(groups.get(keyOf(one)) ?? []), one]);
	return groups;
}
