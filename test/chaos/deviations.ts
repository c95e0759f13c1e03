import type { Sandbox } from '../sandbox';
import type { Application } from '../sandbox/harver/records';
import type { Opportunity } from '../sandbox/lever/records';

/** What is not as it should be on one candidate: a kind that can be counted, and whom it is about. */
export interface Deviation {
	kind: string;
	candidate: string;
}

/** A candidate of the run, and the score that the journey was completed with. */
export interface Expected {
	opportunityId: string;
	score: number;
}

type State = Pick<Sandbox, 'lever' | 'harver'>;

/** All that is lost or double: each candidate must have one of each in both services. */
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

/** The deviations by kind, the most frequent first, each with some of those whom it is about. */
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
			'invitation mail',
			harver.emails.filter(({ applicationId }) => ids.has(applicationId)).length,
		),
		...applications
			.filter(({ matchingScore }) => matchingScore !== score)
			.map(() => 'journey not completed'),
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
			.map((tag) => `tag "${tag}" should not be there`),
	];
}

/** The tag of "Report Failures": a step that has failed for good was told, which is no loss when the rest is right. */
const PROBLEM = 'Harver: Problem';

function checkNotes({ notes }: Opportunity, [application]: Application[]): string[] {
	const holding = (text: string): number =>
		notes.filter(({ value }) => value.includes(text)).length;
	if (!application) return [];
	return [
		...expectOne('comment on the invitation', holding(`(Harver application ${application.id})`)),
		...expectOne('comment on the result', holding(`(Harver result ${application.id})`)),
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
			.map(() => 'report that is no PDF'),
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
