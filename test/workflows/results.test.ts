import type { RunResult } from '../harness';
import { runWorkflow } from '../harness';
import { readShippedWorkflow } from './shippedWorkflows';
import {
	applicationId,
	endOfStory,
	given,
	OPPORTUNITY,
	withSettings,
	type Services,
} from './services';

const RESULTS = withSettings(readShippedWorkflow('3-results-to-lever.json'), { tagOutcome: true });
const VACANCY = 'Customer Support Agent';

/** Ada has completed her assessment; her application has these attributes, and these records are included. */
async function complete(
	attributes: Record<string, unknown>,
	included: Record<string, unknown>[] = [],
): Promise<{ services: Services; result: RunResult }> {
	const services = given({ applications: [{ vacancy: VACANCY, status: 'new' }] });
	const id = applicationId(VACANCY);
	const ats = { type: 'ats-parameters', attributes: { lever_opportunity_id: OPPORTUNITY } };
	services.harver.documents.set(id, {
		data: { type: 'applications', id, attributes: { status: 'new', ...attributes } },
		included: [ats, ...included],
	});
	const result = await runWorkflow(RESULTS, {
		startNode: 'Assessment Is Completed',
		items: [{ json: { event: 'CandidateStatusNew', kind: 'completed', applicationId: id } }],
		credentials: services.credentials,
	});
	expect(result.failure).toBeUndefined();
	endOfStory(services);
	return { services, result };
}

const ownTags = ({ lever }: Services): string[] =>
	lever.opportunity.tags.filter((tag) => /^Harver(?: Band)?: (?!Auto-invite)/u.test(tag));

describe('the score that is shown is the one that is decided by', () => {
	it.each([
		[69.6, '70%', 'Pass'],
		['69.6', '70%', 'Pass'],
		[69.4, '69%', 'Needs review'],
		[39.5, '40%', 'Needs review'],
		[39.4, '39%', 'Fail'],
		[0, '0%', 'Fail'],
	])('%p is %s and %s', async (matchingScore, shown, outcome) => {
		const { services } = await complete({ matchingScore }, [
			{
				type: 'matching-results',
				attributes: { moduleType: 'Typing', moduleScore: matchingScore },
			},
		]);
		expect(ownTags(services)).toEqual([
			'Harver: Completed',
			`Harver: ${shown}`,
			`Harver: ${outcome}`,
		]);
		expect(services.lever.comments[0]).toMatch(
			new RegExp(`^Completed the Harver assessment: ${shown}\\.\n- Typing: ${shown}\n`, 'u'),
		);
	});

	it.each([[''], ['n/a'], [null], [true], [undefined]])('%p is no score', async (matchingScore) => {
		const { services } = await complete({ matchingScore }, [
			{
				type: 'matching-results',
				attributes: { moduleType: 'Typing', moduleScore: matchingScore },
			},
		]);
		expect(ownTags(services)).toEqual(['Harver: Completed']);
		expect(services.lever.comments[0]).toMatch(
			/^Completed the Harver assessment\.\n- Typing: no score\n/u,
		);
	});
});

it.each(['$&', "$'$`", '$$', '$1', 'A*'])(
	'a band called "%s" is tagged as it is',
	async (label) => {
		const { services } = await complete({ matchingScore: 81, matchingProfile: { label } });
		expect(ownTags(services)).toContain(`Harver Band: ${label}`);
		expect(services.lever.comments[0]).toContain(`: 81% (${label}).`);
	},
);

it('NUL and line ends in names never reach a tag or begin a line of a note', async () => {
	const wild = (name: string): string => `${name}\u0000\r\n- Forged: 100%\u2028`;
	const { services } = await complete(
		{ matchingScore: 81, matchingProfile: { label: wild('Band') } },
		[
			{ type: 'vacancies', attributes: { name: wild('Sales') } },
			{ type: 'matching-results', attributes: { moduleType: wild('Typing'), moduleScore: 90 } },
		],
	);
	expect(ownTags(services)).toContain('Harver Band: Band - Forged: 100%');
	expect(services.lever.comments[0]?.split('\n')).toEqual([
		'Completed the Harver assessment "Sales - Forged: 100%": 81% (Band - Forged: 100%).',
		'- Typing - Forged: 100%: 90%',
		expect.stringMatching(/^\(Harver result [0-9a-f]{24}\)$/u),
	]);
});

it.each(['Comment on the Result', 'Tag with the Score'])(
	'Reconcile has the same node "%s" as Results to Lever',
	(name) => {
		const [results, reconcile] = ['3-results-to-lever.json', '6-reconcile.json'].map(
			(file) => readShippedWorkflow(file).nodes.find((node) => node.name === name)?.parameters,
		);
		expect(results).toBeDefined();
		expect(reconcile).toEqual(results);
	},
);
