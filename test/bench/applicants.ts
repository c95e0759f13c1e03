import type { Applicant } from '../sandbox/lever/buildOpportunity';
import type { Opportunity } from '../sandbox/lever/records';
import type { BenchHost } from './BenchHost';

const FIRST_NAMES = [
	'Ada',
	'Bram',
	'Chidi',
	'Daan',
	'Elif',
	'Femke',
	'Goran',
	'Hana',
	'Ines',
	'Jonas',
	'Keiko',
	'Lars',
	'Mira',
	'Noor',
	'Otto',
	'Priya',
	'Quinn',
	'Rosa',
	'Sven',
	'Tomas',
];
const LAST_NAMES = [
	'Abara',
	'Bakker',
	'Costa',
	'Demir',
	'Eriksen',
	'Fischer',
	'Garcia',
	'Horvat',
	'Ivanova',
	'Jansen',
	'Kowalski',
	'Larsen',
	'Moreau',
	'Novak',
	'Okafor',
	'Peeters',
	'Rossi',
	'Silva',
	'Tanaka',
	'Visser',
];

let made = 0;

/** Adds candidates who applied to the posting with a vacancy tag, without sending webhooks. Some names repeat. */
export function addApplicants(
	{ demo: { sandbox } }: BenchHost,
	count: number,
	applicant: Partial<Applicant> = {},
): Opportunity[] {
	const posting = sandbox.lever.postings.find(({ text }) => text === 'Customer Support Agent');
	if (!posting) throw new Error('The sandbox has no such posting.');
	return Array.from({ length: count }, () => {
		made += 1;
		const name = `${pick(FIRST_NAMES, made)} ${pick(LAST_NAMES, made * 7 + Math.floor(made / 20))}`;
		const person = {
			name,
			emails: [`person-${made.toString()}@example.org`],
			posting: posting.id,
			stage: 'applicant-new',
			origin: 'applied',
			...applicant,
		};
		return sandbox.lever.addOpportunity(person, { silent: true }).opportunity;
	});
}

function pick(names: string[], index: number): string {
	return names[index % names.length] ?? '';
}
