import { startSandbox, type Sandbox } from '../sandbox';
import { groupByKind, findDeviations, type Expected } from './deviations';

const VACANCY = '5f0c1d2e3a4b5c6d7e8f9a01';
let sandbox: Sandbox;
let expected: Expected;

/** Ada, in the expected final state. */
beforeEach(async () => {
	sandbox = await startSandbox();
	const { lever, harver } = sandbox;
	const { opportunity } = lever.addOpportunity(
		{ name: 'Ada Example', emails: ['ada-of-this-test@example.org'] },
		{ silent: true },
	);
	const { application } = harver.invite(
		VACANCY,
		{ emailAddress: 'ada-of-this-test@example.org', firstName: 'Ada', lastName: 'Example' },
		{ lever_opportunity_id: opportunity.id },
	);
	harver.complete(application.id, 81);
	opportunity.tags.push(
		'Harver Vacancy: Customer Support Agent',
		'Harver: Invited',
		'Harver: Completed',
		'Harver: 81%',
	);
	addNote(`Invited. (Harver application ${application.id})`, opportunity.id);
	addNote(`Completed: 81%. (Harver result ${application.id})`, opportunity.id);
	lever.addFile(opportunity.id, {
		name: `Harver report ${application.id}.pdf`,
		type: 'application/pdf',
		bytes: Buffer.from('%PDF-1.7'),
	});
	lever.getContactFor(opportunity).links.push('https://harver.example/candidate');
	expected = { opportunityId: opportunity.id, score: 81 };
});

afterEach(async () => {
	await sandbox.close();
});

function addNote(value: string, id = expected.opportunityId): void {
	sandbox.lever.addNote(id, { value });
}

const ada = () => sandbox.lever.getOpportunity(expected.opportunityId);
const found = (): string[] => findDeviations(sandbox, [expected]).map(({ kind }) => kind);

it('finds nothing if there is one of each', () => {
	expect(found()).toEqual([]);
});

it.each<[string, () => unknown, string[]]>([
	[
		'a second e-mail',
		() => sandbox.harver.emails.push(...sandbox.harver.emails),
		['invitation e-mail double'],
	],
	[
		'a missing tag',
		() => ada().tags.splice(ada().tags.indexOf('Harver: Invited'), 1),
		['tag "Harver: Invited" lost'],
	],
	['a second score', () => ada().tags.push('Harver: 7%'), ['tag "Harver: 7%" unexpected']],
	[
		'a leftover progress tag',
		() => ada().tags.push('Harver: In progress'),
		['tag "Harver: In progress" unexpected'],
	],
	[
		'a second note',
		() => {
			addNote(ada().notes.at(-1)?.value ?? '');
		},
		['result note double'],
	],
	['a missing note', () => ada().notes.shift(), ['invitation note lost']],
	['a missing report', () => ada().files.pop(), ['report lost']],
	[
		'a second link',
		() => sandbox.lever.getContactFor(ada()).links.push('https://harver.example/other'),
		['link double'],
	],
	[
		'a missing application',
		() => {
			sandbox.harver.remove(sandbox.harver.applications[0]?.id ?? '');
		},
		['application lost', 'invitation e-mail lost'],
	],
])('finds %s', (_what, change, kinds) => {
	change();
	expect(found()).toEqual(kinds);
});

it('counts each kind and names some candidates', () => {
	const lost = ['A', 'B', 'C', 'D'].map((candidate) => ({ kind: 'link lost', candidate }));
	expect(groupByKind([{ kind: 'report double', candidate: 'E' }, ...lost])).toEqual([
		'4 × link lost: A, B, C …',
		'1 × report double: E',
	]);
});
